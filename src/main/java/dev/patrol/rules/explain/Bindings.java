package dev.patrol.rules.explain;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** The values of a rule's names on one way through its conditions. */
final class Bindings {
  private final IdentityHashMap<Variable<?>, @Nullable Object> values;

  Bindings() {
    this(new IdentityHashMap<>());
  }

  private Bindings(IdentityHashMap<Variable<?>, @Nullable Object> values) {
    this.values = values;
  }

  Bindings with(Variable<?> variable, @Nullable Object value) {
    IdentityHashMap<Variable<?>, @Nullable Object> more = new IdentityHashMap<>(values);
    more.put(variable, value);
    return new Bindings(more);
  }

  /** The values in that order; throws where one has none. */
  @Nullable Object[] of(Variable<?>... variables) {
    @Nullable Object[] found = new @Nullable Object[variables.length];
    for (int i = 0; i < found.length; i++) {
      if (!values.containsKey(variables[i])) {
        throw new Unreadable();
      }
      found[i] = values.get(variables[i]);
    }
    return found;
  }

  /** What the rule's author has named. */
  Map<String, @Nullable Object> named() {
    Map<String, @Nullable Object> named = new HashMap<>();
    values.forEach(
        (variable, value) -> {
          if (variable.getName().startsWith("$")) {
            named.put(variable.getName(), value);
          }
        });
    return named;
  }

  /** A condition of a kind that is not looked into, or one that asks for a name without a value. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("a condition that cannot be looked into", null, false, false);
    }
  }
}
