package dev.patrol.rules.explain;

import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Place;
import dev.patrol.model.Policy;
import dev.patrol.model.Redaction;
import dev.patrol.model.Scope;
import dev.patrol.model.SecretReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts facts into words, without whatever could be a secret. */
public final class FactWords {
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w$.\"])(\\$?[a-z]\\w*(?:\\.[a-z]\\w*)*)(?![\\w(\"])");
  private static final int LONGEST = 120;

  private FactWords() {}

  /** A short name of a fact, such as {@code Endpoint get-agent}. */
  public static String name(@Nullable Object fact) {
    if (fact == null) {
      return "nothing";
    }
    String type = fact.getClass().getSimpleName();
    List<String> parts = new ArrayList<>();
    for (String part :
        List.of("id", "token", "endpoint", "workspace", "point", "cause", "meaning")) {
      Object value = read(fact, part);
      boolean own = part.equals("id") || !(fact instanceof Endpoint);
      boolean ofToken = part.length() > 2 && read(fact, "id") != null;
      if (value != null && own && !ofToken && !(value instanceof Operation)) {
        parts.add(value(value));
      }
    }
    return fact instanceof Record && !(fact instanceof Policy)
        ? (type + " " + String.join(", ", parts)).strip()
        : fact instanceof Record ? type : value(fact);
  }

  /** A value as a reader of rules would write it. */
  public static String value(@Nullable Object value) {
    if (value == null) {
      return "not known";
    }
    String text =
        value instanceof Enum<?> word
            ? word.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : value instanceof Operation operation
                ? operation.signature()
                : value instanceof Scope scope
                    ? scope(scope)
                    : value instanceof Record
                            && !(value instanceof Place)
                            && !(value instanceof SecretReference)
                        ? name(value)
                        : value instanceof Instant instant
                            ? instant.truncatedTo(ChronoUnit.SECONDS).toString()
                            : String.valueOf(value);
    String masked = Redaction.mask(text).replaceAll("\\s+", " ");
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
  }

  private static String scope(Scope scope) {
    return !scope.known() ? "not known" : scope.all() ? "everything" : scope.items().toString();
  }

  /** What a condition reads of a fact and of bound names, such as {@code expiresAt = not known}. */
  static String met(String condition, @Nullable Object fact, Map<String, Object> bound) {
    Map<String, String> read = new LinkedHashMap<>();
    Matcher paths = PATH.matcher(condition);
    while (paths.find()) {
      String path = paths.group(1);
      int dot = path.indexOf('.');
      String first = dot < 0 ? path : path.substring(0, dot);
      Object from = first.startsWith("$") ? bound.get(first) : fact;
      String rest = !first.startsWith("$") ? path : dot < 0 ? "" : path.substring(dot + 1);
      if (from != null && (!rest.isEmpty() || !(from instanceof Record))) {
        follow(from, rest).ifPresentOrElse(value -> read.put(path, value), () -> read.remove(path));
      }
    }
    List<String> words = new ArrayList<>();
    read.forEach((path, value) -> words.add(path + " = " + value));
    return String.join(", ", words);
  }

  private static Optional<String> follow(Object from, String path) {
    Object value = from;
    if (!path.isEmpty()) {
      for (String step : path.split("\\.", -1)) {
        if (value == null) {
          return Optional.of("not known");
        }
        Method method = accessor(value, step);
        if (method == null) {
          return Optional.empty();
        }
        value = invoke(value, method);
      }
    }
    return Optional.of(
        path.endsWith("url") || path.endsWith("authorization") || path.endsWith("body")
            ? Redaction.MARK
            : value(value));
  }

  private static @Nullable Object read(Object fact, String name) {
    Method method = accessor(fact, name);
    return method == null ? null : invoke(fact, method);
  }

  private static @Nullable Method accessor(Object fact, String name) {
    String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String candidate : List.of(name, "is" + upper, "get" + upper)) {
      try {
        Method method = fact.getClass().getMethod(candidate);
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())
            && method.getReturnType() != void.class) {
          return method;
        }
      } catch (NoSuchMethodException next) {
        // Perhaps under another name.
      }
    }
    return null;
  }

  private static @Nullable Object invoke(Object fact, Method method) {
    try {
      return method.invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }
}
