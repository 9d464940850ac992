package dev.patrol.rules.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The classes that rule files can name. Each name is looked up once: most words of a rule are no
 * class, and to find that out every library is searched. For one thread.
 */
final class Classes {
  private final Map<String, Optional<Class<?>>> found = new HashMap<>();

  /** The class of that full name; it is not initialized. */
  Optional<Class<?>> byName(String name) {
    return found.computeIfAbsent(name, Classes::load);
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, Classes.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
