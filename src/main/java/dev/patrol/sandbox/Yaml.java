package dev.patrol.sandbox;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows where it stands. */
sealed interface Yaml {
  /** The line, counted from 1. */
  int line();

  /** The column, counted from 1. */
  int column();

  /** A plain value as written; what YAML takes for numbers or booleans stays text. */
  record Text(int line, int column, String value) implements Yaml {}

  /** Items in their order. */
  record Items(int line, int column, List<Yaml> items) implements Yaml {}

  /** Named parts in their order; names without a value are left out. */
  record Section(int line, int column, Map<String, Yaml> entries) implements Yaml {}

  /**
   * Takes a file's text apart; an empty one is an empty section.
   *
   * @throws ProblemsException when it is not YAML, with the place
   */
  static Yaml parse(String source, String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      YamlReader reader = new YamlReader(source, parser);
      if (parser.nextToken() == null) {
        return new Section(1, 1, Map.of());
      }
      Yaml root = reader.value();
      if (root == null) {
        return new Section(1, 1, Map.of());
      }
      if (parser.nextToken() != null) {
        throw reader.problem("expected one YAML document, got a second one");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
      throw new ProblemsException(
          at == null
              ? Problem.in(source, "expected YAML: " + reason)
              : new Problem(
                  source,
                  Math.max(at.getLineNr(), 0),
                  Math.max(at.getColumnNr(), 0),
                  "expected YAML: " + reason));
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
  }
}
