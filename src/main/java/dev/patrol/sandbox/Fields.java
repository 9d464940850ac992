package dev.patrol.sandbox;

import dev.patrol.model.Redaction;
import dev.patrol.model.Scope;
import dev.patrol.problem.Problem;
import dev.patrol.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the named parts of a section and notes everything that is not as expected. */
final class Fields {
  private final String source;
  private final Node.Mapping section;
  private final List<Problem> problems;
  private final Map<String, Node> parts;
  private final Set<String> asked = new TreeSet<>();

  Fields(String source, Node.Mapping section, List<Problem> problems) {
    this.source = source;
    this.section = section;
    this.problems = problems;
    this.parts = parts(section);
  }

  @Nullable String text(String name) {
    asked.add(name);
    Node part = parts.get(name);
    if (part == null || part instanceof Node.Scalar) {
      return part instanceof Node.Scalar text ? text.text() : null;
    }
    note(part, name + ": expected one value, got a list or a section");
    return null;
  }

  /** The text, or a noted problem and an empty one. */
  String required(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      if (!parts.containsKey(name)) {
        note(section, name + ": expected a value, got nothing");
      } else if (text != null) {
        note(name, "expected a value, got nothing");
      }
      return "";
    }
    return text;
  }

  /** The text as something else; what the parser refuses with an exception is a noted problem. */
  <T> T parsed(String name, T otherwise, String expected, Function<String, T> parser) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      note(name, "expected " + expected + ", got \"" + text + "\"");
      return otherwise;
    }
  }

  boolean flag(String name, boolean otherwise) {
    return parsed(
        name,
        otherwise,
        "true or false",
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  long count(String name, long otherwise) {
    return parsed(
        name,
        otherwise,
        "a whole number from 0 to 1000000000",
        text -> {
          long number = Long.parseLong(text);
          if (number < 0 || number > 1_000_000_000) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  double share(String name) {
    return parsed(
        name,
        0.0,
        "a number from 0 to 1",
        text -> {
          double number = Double.parseDouble(text);
          if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  List<String> texts(String name) {
    asked.add(name);
    Node part = parts.get(name);
    List<String> texts = new ArrayList<>();
    if (part instanceof Node.Sequence items) {
      for (Node item : items.items()) {
        if (item instanceof Node.Scalar text) {
          texts.add(text.text());
        } else {
          unfit(item, name + ": expected one value, got a list or a section");
        }
      }
    } else if (part != null) {
      note(part, name + ": expected a list such as [a, b]");
    }
    return texts;
  }

  /** A list, or {@code *} for everything, which is also what holds when nothing is said. */
  Scope scope(String name) {
    asked.add(name);
    Node part = parts.get(name);
    if (part == null) {
      return Scope.everything();
    }
    if (part instanceof Node.Scalar text) {
      if (!text.text().equals("*")) {
        note(part, name + ": expected a list such as [a, b] or \"*\", got \"" + text.text() + "\"");
      }
      return Scope.everything();
    }
    return Scope.of(texts(name));
  }

  /** The sections of a list. */
  List<Fields> sections(String name) {
    asked.add(name);
    List<Fields> sections = new ArrayList<>();
    Node part = parts.get(name);
    if (part instanceof Node.Sequence items) {
      for (Node item : items.items()) {
        if (item instanceof Node.Mapping inner) {
          sections.add(new Fields(source, inner, problems));
        } else {
          unfit(item, name + ": expected a section such as {name: value}");
        }
      }
    } else if (part != null) {
      note(part, name + ": expected a list of sections");
    }
    return sections;
  }

  /** The named sections of a section. */
  Map<String, Fields> namedSections(String name) {
    Map<String, Fields> sections = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : entries(name).entrySet()) {
      if (entry.getValue() instanceof Node.Mapping inner) {
        sections.put(entry.getKey(), new Fields(source, inner, problems));
      } else {
        note(entry.getValue(), entry.getKey() + ": expected a section such as {name: value}");
      }
    }
    return sections;
  }

  /** The named values of a section. */
  Map<String, String> namedTexts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : entries(name).entrySet()) {
      if (entry.getValue() instanceof Node.Scalar text) {
        texts.put(entry.getKey(), text.text());
      } else {
        note(entry.getValue(), entry.getKey() + ": expected one value, got a list or a section");
      }
    }
    return texts;
  }

  /** Notes a problem with the value of that name, or with the section when there is none. */
  void note(String name, String message) {
    note(parts.getOrDefault(name, section), name + ": " + message);
  }

  /** Notes every name that nobody asked for. */
  void finish() {
    Set<String> unknown = new HashSet<>(parts.keySet());
    unknown.removeAll(asked);
    for (String name : unknown) {
      note(name, "expected one of " + String.join(", ", asked));
    }
  }

  private Map<String, Node> entries(String name) {
    asked.add(name);
    Node part = parts.get(name);
    if (part == null) {
      return Map.of();
    }
    if (part instanceof Node.Mapping inner) {
      return parts(inner);
    }
    note(part, name + ": expected a section such as {name: value}");
    return Map.of();
  }

  /** The named values in their order; a name without a value counts as not given. */
  private Map<String, Node> parts(Node.Mapping mapping) {
    Map<String, Node> named = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      if (named.containsKey(entry.name())) {
        note(entry.line(), entry.column(), entry.name() + ": expected once, got it again");
      } else if (!(entry.value() instanceof Node.Empty)) {
        named.put(entry.name(), entry.value());
      }
    }
    return named;
  }

  private void unfit(Node item, String message) {
    note(item, item instanceof Node.Empty ? "expected an item, got nothing" : message);
  }

  private void note(Node part, String message) {
    note(part.line(), part.column(), message);
  }

  private void note(int line, int column, String message) {
    problems.add(new Problem(source, line, column, Redaction.mask(message)));
  }
}
