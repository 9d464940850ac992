package dev.patrol.rules.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value in a rule.
 *
 * @param name as messages show it
 * @param raw its class, or null for types that rule files declare and for those not known
 * @param declared the fields of a type that a rule file declares
 */
record FactType(String name, @Nullable Class<?> raw, Map<String, FactType> declared) {
  /** A value of which nothing can be said. */
  static final FactType UNKNOWN = new FactType("?", null, Map.of());

  /** The literal {@code null}, which fits every reference. */
  static final FactType NULL = new FactType("null", null, Map.of());

  static FactType of(Class<?> type) {
    return type == Object.class || type == void.class
        ? UNKNOWN
        : new FactType(type.getSimpleName(), type, Map.of());
  }

  boolean known() {
    return raw != null;
  }

  boolean isNull() {
    return equals(NULL);
  }

  boolean is(Class<?> type) {
    return raw == type;
  }

  boolean isEnum() {
    return raw != null && raw.isEnum();
  }

  boolean isBoolean() {
    return raw == boolean.class || raw == Boolean.class;
  }

  boolean isNumber() {
    return raw != null
        && (Number.class.isAssignableFrom(raw)
            || (raw.isPrimitive() && raw != boolean.class && raw != char.class));
  }

  boolean isWhole() {
    return Stream.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            java.math.BigInteger.class)
        .anyMatch(type -> type == raw);
  }

  /** The type of a field, a getter or a method without parameters, of which DRL makes a field. */
  Optional<FactType> field(String field) {
    if (raw == null) {
      return Optional.ofNullable(declared.get(field));
    }
    String upper = field.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + field.substring(1);
    return Stream.of(field, "get" + upper, "is" + upper)
        .flatMap(name -> methods(name).stream())
        .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
        .findFirst()
        .map(method -> of(method.getReturnType()));
  }

  /** The fields that a rule can ask for, sorted; of others' types only the getters. */
  List<String> fields() {
    if (raw == null) {
      return declared.keySet().stream().sorted().toList();
    }
    TreeSet<String> names = new TreeSet<>();
    if (raw.isRecord()) {
      Arrays.stream(raw.getRecordComponents()).forEach(part -> names.add(part.getName()));
    }
    for (Method method : raw.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getDeclaringClass() != Object.class
          && !Modifier.isStatic(method.getModifiers())
          && !List.of("toString", "hashCode", "getClass").contains(method.getName())
          && (method.getReturnType() == boolean.class || raw.isRecord())) {
        names.add(method.getName());
      }
    }
    return List.copyOf(names);
  }

  /** The methods of a name. */
  List<Method> methods(String name) {
    return raw == null
        ? List.of()
        : Arrays.stream(raw.getMethods()).filter(method -> method.getName().equals(name)).toList();
  }

  List<String> methodNames() {
    return raw == null
        ? List.of()
        : Arrays.stream(raw.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .map(Method::getName)
            .distinct()
            .sorted()
            .toList();
  }

  /** The constants of an enum, in their order. */
  List<String> constants() {
    return raw == null || !raw.isEnum()
        ? List.of()
        : Arrays.stream(raw.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
  }

  /** Whether a value of the other type can be given where this one is asked for. */
  boolean takes(FactType other) {
    if (raw == null || other.raw == null) {
      return !other.isNull() || raw == null || !raw.isPrimitive();
    }
    return raw.isAssignableFrom(other.raw)
        || raw == Object.class
        || (isNumber() && other.isNumber())
        || (isBoolean() && other.isBoolean())
        || (other.raw.isPrimitive() && raw.isAssignableFrom(Number.class))
        || raw == char.class
        || raw == Character.class;
  }

  /** How a method is written in messages, such as {@code daysUntil(Instant)}. */
  static String signature(Method method) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
