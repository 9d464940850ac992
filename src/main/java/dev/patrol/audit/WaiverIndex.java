package dev.patrol.audit;

import dev.patrol.model.Finding;
import dev.patrol.model.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the waivers that cover a finding without asking all of them: by rule, and by the first id
 * that a waiver spells out.
 */
final class WaiverIndex<T> {
  private enum Column {
    TOKEN,
    ENDPOINT,
    WORKSPACE,
    NONE;

    private @Nullable String of(Waiver waiver) {
      return switch (this) {
        case TOKEN -> waiver.token();
        case ENDPOINT -> waiver.endpoint();
        case WORKSPACE -> waiver.workspace();
        case NONE -> null;
      };
    }

    private @Nullable String of(Finding finding) {
      return switch (this) {
        case TOKEN -> finding.token();
        case ENDPOINT -> finding.endpoint();
        case WORKSPACE -> finding.workspace();
        case NONE -> null;
      };
    }
  }

  private static final List<Column> IDS = List.of(Column.TOKEN, Column.ENDPOINT, Column.WORKSPACE);

  private record Key(String rule, Column column, String id) {}

  private record Entry<T>(Waiver waiver, T value) {}

  private final Map<Key, List<Entry<T>>> entries = new HashMap<>();

  /** Adds what stands for a waiver. */
  void add(Waiver waiver, T value) {
    entries.computeIfAbsent(key(waiver), key -> new ArrayList<>()).add(new Entry<>(waiver, value));
  }

  /** What stands for the waivers that cover the finding, ended ones included; in no order. */
  List<T> covering(Finding finding) {
    String rule = finding.rule().id();
    List<T> covering = new ArrayList<>();
    collect(new Key(rule, Column.NONE, ""), finding, covering);
    for (Column column : IDS) {
      String id = column.of(finding);
      if (id != null) {
        collect(new Key(rule, column, id), finding, covering);
      }
    }
    return covering;
  }

  private void collect(Key key, Finding finding, List<T> covering) {
    for (Entry<T> entry : entries.getOrDefault(key, List.of())) {
      if (entry.waiver().covers(finding)) {
        covering.add(entry.value());
      }
    }
  }

  private static Key key(Waiver waiver) {
    for (Column column : IDS) {
      String pattern = column.of(waiver);
      if (pattern != null && pattern.indexOf('*') < 0) {
        return new Key(waiver.rule(), column, pattern);
      }
    }
    return new Key(waiver.rule(), Column.NONE, "");
  }
}
