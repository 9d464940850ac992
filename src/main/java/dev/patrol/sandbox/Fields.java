package dev.patrol.sandbox;

import dev.patrol.model.Scope;
import dev.patrol.problem.Problem;
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
  private final Yaml.Section section;
  private final List<Problem> problems;
  private final Set<String> asked = new TreeSet<>();

  Fields(String source, Yaml.Section section, List<Problem> problems) {
    this.source = source;
    this.section = section;
    this.problems = problems;
  }

  boolean has(String name) {
    asked.add(name);
    return section.entries().containsKey(name);
  }

  @Nullable String text(String name) {
    asked.add(name);
    Yaml part = section.entries().get(name);
    if (part == null || part instanceof Yaml.Text) {
      return part instanceof Yaml.Text text ? text.value() : null;
    }
    note(part, name + ": expected one value, got a list or a section");
    return null;
  }

  /** The text, or a noted problem and an empty one. */
  String required(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      if (!section.entries().containsKey(name)) {
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
    Yaml part = section.entries().get(name);
    List<String> texts = new ArrayList<>();
    if (part instanceof Yaml.Items items) {
      for (Yaml item : items.items()) {
        if (item instanceof Yaml.Text text) {
          texts.add(text.value());
        } else {
          note(item, name + ": expected one value, got a list or a section");
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
    Yaml part = section.entries().get(name);
    if (part == null) {
      return Scope.everything();
    }
    if (part instanceof Yaml.Text text) {
      if (!text.value().equals("*")) {
        note(
            part, name + ": expected a list such as [a, b] or \"*\", got \"" + text.value() + "\"");
      }
      return Scope.everything();
    }
    return Scope.of(texts(name));
  }

  /** The sections of a list. */
  List<Fields> sections(String name) {
    asked.add(name);
    List<Fields> sections = new ArrayList<>();
    Yaml part = section.entries().get(name);
    if (part instanceof Yaml.Items items) {
      for (Yaml item : items.items()) {
        if (item instanceof Yaml.Section inner) {
          sections.add(new Fields(source, inner, problems));
        } else {
          note(item, name + ": expected a section such as {name: value}");
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
    for (Map.Entry<String, Yaml> entry : entries(name).entrySet()) {
      if (entry.getValue() instanceof Yaml.Section inner) {
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
    for (Map.Entry<String, Yaml> entry : entries(name).entrySet()) {
      if (entry.getValue() instanceof Yaml.Text text) {
        texts.put(entry.getKey(), text.value());
      } else {
        note(entry.getValue(), entry.getKey() + ": expected one value, got a list or a section");
      }
    }
    return texts;
  }

  /** Notes a problem with the value of that name, or with the section when there is none. */
  void note(String name, String message) {
    note(section.entries().getOrDefault(name, section), name + ": " + message);
  }

  /** Notes every name that nobody asked for. */
  void finish() {
    Set<String> unknown = new HashSet<>(section.entries().keySet());
    unknown.removeAll(asked);
    for (String name : unknown) {
      note(name, "expected one of " + String.join(", ", asked));
    }
  }

  private Map<String, Yaml> entries(String name) {
    asked.add(name);
    Yaml part = section.entries().get(name);
    if (part == null) {
      return Map.of();
    }
    if (part instanceof Yaml.Section inner) {
      return inner.entries();
    }
    note(part, name + ": expected a section such as {name: value}");
    return Map.of();
  }

  private void note(Yaml part, String message) {
    problems.add(new Problem(source, part.line(), part.column(), message));
  }
}
