package dev.patrol.rules.check;

import dev.patrol.rules.source.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names that an expression of a rule can use, besides the fields of its own pattern. */
final class Variables {
  private final TypeNames types;
  private final Map<String, FactType> bound = new LinkedHashMap<>();

  Variables(TypeNames types) {
    this.types = types;
  }

  Variables(Variables other) {
    this.types = other.types;
    bound.putAll(other.bound);
  }

  void bind(String name, FactType type) {
    bound.put(name, type);
  }

  /** The variable's type, or null when it is not bound. */
  @org.jspecify.annotations.Nullable
  FactType get(String name) {
    return bound.get(name);
  }

  Map<String, FactType> all() {
    return bound;
  }

  TypeNames types() {
    return types;
  }

  /** Why there is no such variable. */
  String unbound(String name) {
    Set<String> names = bound.keySet();
    String shown = names.isEmpty() ? "" : "; bound before it: " + String.join(", ", names);
    return "no variable \"%s\" is bound here%s"
        .formatted(
            name,
            Nearest.to(name, names).map(near -> "; did you mean \"" + near + "\"?").orElse(shown));
  }
}
