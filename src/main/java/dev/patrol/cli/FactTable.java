package dev.patrol.cli;

import dev.patrol.model.Address;
import dev.patrol.model.Header;
import dev.patrol.model.Parameters;
import dev.patrol.model.Redaction;
import dev.patrol.rules.explain.FactWords;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints facts field by field, by the names that rule files use; what is not known stands last. */
final class FactTable {
  private static final int LABEL = 18;

  private final PrintWriter out;
  private final ZoneId zone;

  FactTable(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void print(String title, Record fact) {
    out.println("  " + title);
    List<String> unknown = new ArrayList<>();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      String name = component.getName();
      Object value = value(fact, component);
      String words = value == null ? null : words(name, value);
      if (words == null) {
        unknown.add(name);
      } else if (!words.isEmpty()) {
        out.println("    " + name + " ".repeat(Math.max(1, LABEL - name.length())) + words);
      }
    }
    if (!unknown.isEmpty()) {
      out.println("    not known: " + String.join(", ", unknown));
    }
  }

  private static @Nullable Object value(Record fact, RecordComponent component) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the fields of facts can be read", e);
    }
  }

  /** Null where nothing is known, empty where there is nothing to say. */
  private @Nullable String words(String name, Object value) {
    if (value instanceof Address) {
      return "";
    } else if (value instanceof Header header) {
      return header.shown();
    } else if (value instanceof Parameters parameters) {
      return parameters.isFine() ? "fine" : String.valueOf(parameters);
    } else if (value instanceof Instant instant) {
      return instant.atZone(zone).toLocalDateTime().withNano(0).toString();
    } else if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "" : new TreeMap<>(map).toString();
    } else if (value instanceof Collection<?> many) {
      return many.isEmpty() ? "none" : many.toString();
    } else if (name.equals("url")) {
      return Redaction.url(String.valueOf(value));
    } else if (name.equals("authorization")) {
      return "";
    }
    String words = FactWords.value(value);
    return words.equals("not known") ? null : words;
  }
}
