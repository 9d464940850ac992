package dev.patrol.cases;

import dev.patrol.config.Nearest;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.Node.Scalar;
import dev.patrol.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names with values. What was given and never asked for is a mistake when all are taken. */
final class Keys {
  private final Node node;
  private final Mistakes mistakes;
  private final Map<String, Entry> left = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  private Keys(Node node, Mistakes mistakes) {
    this.node = node;
    this.mistakes = mistakes;
  }

  /** The keys of a mapping; of anything else none, and that is a mistake. */
  static Keys of(Node node, Mistakes mistakes) {
    Keys keys = new Keys(node, mistakes);
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        Entry first = keys.left.putIfAbsent(entry.name(), entry);
        if (first != null) {
          mistakes.at(entry, entry.name() + ": given twice, first in line " + first.line());
        }
      }
    } else {
      mistakes.at(node, "expected names with values");
    }
    return keys;
  }

  /** Where the keys stand. */
  Node node() {
    return node;
  }

  /** Whether a name is given and not taken yet. */
  boolean has(String name) {
    asked.add(name);
    return left.containsKey(name);
  }

  /** The value of a name, or null when it is not given. */
  @Nullable Node take(String name) {
    asked.add(name);
    Entry entry = left.remove(name);
    return entry == null ? null : entry.value();
  }

  /** What is given but was not asked for; nothing is left then. */
  List<Entry> takeRest() {
    List<Entry> rest = List.copyOf(left.values());
    left.clear();
    return rest;
  }

  /** The text of a name; null when it is not given or empty. */
  @Nullable String text(String name) {
    return value(name, "a text", text -> text, null);
  }

  boolean flag(String name, boolean or) {
    Boolean value = value(name, "true or false", Keys::flag, or);
    return value == null ? or : value;
  }

  int number(String name, int or) {
    Integer value = value(name, "a whole number", Integer::valueOf, or);
    return value == null ? or : value;
  }

  /**
   * A value, or another one when it is not given or wrong.
   *
   * @param expected what it looks like
   * @param reader reads it; throws any {@link RuntimeException} when it cannot
   */
  <T> @Nullable T value(
      String name, String expected, Function<String, @Nullable T> reader, @Nullable T or) {
    Node value = take(name);
    if (value == null || value instanceof Empty) {
      return or;
    }
    return read(value, name + ": expected " + expected, reader, or);
  }

  private <T> @Nullable T read(
      Node value, String expected, Function<String, @Nullable T> reader, @Nullable T or) {
    if (value instanceof Scalar scalar) {
      try {
        return reader.apply(scalar.text());
      } catch (RuntimeException e) {
        mistakes.at(value, expected + ", got \"" + scalar.text() + "\"");
        return or;
      }
    }
    mistakes.at(value, expected);
    return or;
  }

  /** The items of a list, or a single one without a list; none when it is not given. */
  List<Node> items(String name) {
    Node value = take(name);
    if (value == null || value instanceof Empty) {
      return List.of();
    }
    return value instanceof Sequence sequence ? sequence.items() : List.of(value);
  }

  /** The texts of a list, or a single one without a list. */
  List<String> texts(String name) {
    return texts(name, items(name));
  }

  private List<String> texts(String name, List<Node> items) {
    List<String> texts = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.text());
      } else {
        mistakes.at(item, name + ": expected a text");
      }
    }
    return texts;
  }

  /** Reports what was given and is no key here. */
  void finish() {
    for (Entry entry : left.values()) {
      String hint =
          Nearest.to(entry.name(), asked).map(name -> " (did you mean " + name + "?)").orElse("");
      mistakes.at(entry, entry.name() + ": expected one of " + String.join(", ", asked) + hint);
    }
    left.clear();
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }
}
