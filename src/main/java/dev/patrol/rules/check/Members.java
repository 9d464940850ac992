package dev.patrol.rules.check;

import dev.patrol.rules.source.Nearest;
import java.lang.reflect.Method;
import java.util.List;

/** Fields, methods and constants of types: what fits, and words for what does not. */
final class Members {
  private Members() {}

  static String noField(FactType type, String name) {
    List<String> fields = type.fields();
    String hint = Nearest.hint(name, fields);
    return "%s has no field \"%s\"%s"
        .formatted(
            type.name(), name, hint.isEmpty() ? "; it has " + String.join(", ", fields) : hint);
  }

  static String noMethod(FactType type, String name) {
    List<String> names = type.methodNames();
    String getter =
        name.startsWith("get") && name.length() > 3
            ? Character.toLowerCase(name.charAt(3)) + name.substring(4)
            : name;
    String hint = names.contains(getter) ? "; write " + getter + "()" : Nearest.hint(name, names);
    return "%s has no method \"%s\"%s"
        .formatted(
            type.name(), name, hint.isEmpty() ? "; it has " + String.join(", ", names) : hint);
  }

  static String noConstant(FactType type, String name) {
    String hint = Nearest.hint(name, type.constants());
    return "%s has no constant \"%s\"%s"
        .formatted(
            type.name(),
            name,
            hint.isEmpty() ? "; it has " + String.join(", ", type.constants()) : hint);
  }

  static String wrongArguments(
      FactType type, String method, List<Method> named, List<FactType> arguments) {
    return "%s.%s does not take (%s); it is %s"
        .formatted(
            type.name(),
            method,
            String.join(", ", arguments.stream().map(FactType::name).toList()),
            String.join(
                " or ", named.stream().map(FactType::signature).distinct().sorted().toList()));
  }

  /** Whether a method takes values of such types. */
  static boolean fit(Method method, List<FactType> arguments) {
    Class<?>[] wanted = method.getParameterTypes();
    if (method.isVarArgs()) {
      return arguments.size() >= wanted.length - 1;
    }
    if (wanted.length != arguments.size()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!FactType.of(wanted[i]).takes(arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The type of a number as it is written. */
  static FactType number(String text) {
    return text.matches("[0-9_]+")
        ? FactType.of(int.class)
        : text.matches("[0-9_]+[lL]") ? FactType.of(long.class) : FactType.of(double.class);
  }
}
