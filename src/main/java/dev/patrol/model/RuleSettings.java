package dev.patrol.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the configuration changes about the rules without a change of their files.
 *
 * @param off the ids of rules that never fire
 * @param severities by a rule's id: the severity that holds instead of the file's
 * @param allowedImports what rule files may use beside the model and the few classes of the JDK
 *     that are always open: names of classes, or of packages with {@code .*} at the end
 */
public record RuleSettings(
    Set<String> off, SortedMap<String, Severity> severities, List<String> allowedImports) {

  /** Every rule as its file has it, and no further import. */
  public static final RuleSettings NONE = new RuleSettings(Set.of(), new TreeMap<>(), List.of());

  public RuleSettings {
    off = Collections.unmodifiableSet(new TreeSet<>(off));
    severities =
        Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Severity>) severities));
    allowedImports = List.copyOf(allowedImports);
  }
}
