package dev.patrol.report;

import dev.patrol.model.Address;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is noted while a request is corrected: what was changed, what is left to fill in, and the
 * ids that stand somewhere in the request or the inventory and may be needed elsewhere.
 */
final class CorrectionNotes {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{4,40}");
  private static final Pattern ENTERPRISE = Pattern.compile("volcano_[0-9]{1,40}");
  private static final List<String> WORKSPACE = List.of("workspace_id", "space_id");

  private final Map<String, String> ids = new HashMap<>();
  private final Set<Correction> corrections = new LinkedHashSet<>();
  private final Set<String> placeholders = new LinkedHashSet<>();

  CorrectionNotes(Endpoint endpoint, @Nullable Operation operation) {
    for (Address.QueryParameter parameter : endpoint.address().query()) {
      know(parameter.decodedName(), parameter.decodedValue().strip());
    }
    CorrectedBody.fields(endpoint).forEach(this::know);
    if (endpoint.operation() == null && operation != null) {
      carryOver(endpoint, operation);
    }
    String workspace = endpoint.workspace();
    if (workspace != null) {
      WORKSPACE.forEach(name -> know(name, workspace));
    }
  }

  /** The value of an id where it is known, else a placeholder. */
  String value(String name) {
    String known = ids.get(name);
    return known == null ? placeholder(name) : known;
  }

  /** Something that is still to be filled in. */
  String placeholder(String name) {
    String shown = SafeText.of(name);
    placeholders.add(shown);
    return "<" + shown + ">";
  }

  void changed(Correction.Part part, String name) {
    corrections.add(new Correction(part, SafeText.of(name)));
  }

  List<Correction> corrections() {
    return List.copyOf(corrections);
  }

  List<String> placeholders() {
    return List.copyOf(placeholders);
  }

  private void know(String name, String value) {
    boolean id = name.endsWith("_id") && DECIMAL.matcher(value).matches();
    if (id || (name.equals("enterprise_id") && ENTERPRISE.matcher(value).matches())) {
      ids.putIfAbsent(name, value);
    }
  }

  /** Ids in the wrong path belong to the right one when there is no doubt which is which. */
  private void carryOver(Endpoint endpoint, Operation operation) {
    List<String> found = new ArrayList<>();
    for (String segment : PathParts.of(endpoint.address().path())) {
      if (DECIMAL.matcher(segment).matches() || ENTERPRISE.matcher(segment).matches()) {
        found.add(segment);
      }
    }
    List<String> variables =
        PathParts.of(operation.path()).stream()
            .filter(PathParts::isVariable)
            .map(PathParts::name)
            .toList();
    List<String> wanted =
        variables.isEmpty()
            ? Stream.concat(operation.requiredQuery().stream(), operation.requiredBody().stream())
                .filter(name -> name.endsWith("_id") && !ids.containsKey(name))
                .toList()
            : variables;
    if (wanted.size() == found.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        know(wanted.get(i), found.get(i));
      }
    }
  }
}
