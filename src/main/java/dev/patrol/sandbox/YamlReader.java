package dev.patrol.sandbox;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the events of a YAML parser into {@link Yaml} parts. */
final class YamlReader {
  private final String source;
  private final YAMLParser parser;

  YamlReader(String source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** The part that begins at the current event, or null for an empty value. */
  @Nullable Yaml value() throws IOException {
    if (parser.isCurrentAlias()) {
      throw problem("expected a value, got an alias; write it out");
    }
    JsonLocation at = parser.currentTokenLocation();
    return switch (parser.currentToken()) {
      case START_OBJECT -> section(at);
      case START_ARRAY -> items(at);
      case VALUE_NULL -> null;
      default -> new Yaml.Text(at.getLineNr(), at.getColumnNr(), parser.getText());
    };
  }

  ProblemsException problem(String message) {
    JsonLocation at = parser.currentTokenLocation();
    return new ProblemsException(new Problem(source, at.getLineNr(), at.getColumnNr(), message));
  }

  private Yaml.Section section(JsonLocation at) throws IOException {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (entries.containsKey(name)) {
        throw problem(name + ": expected once, got it again");
      }
      parser.nextToken();
      Yaml value = value();
      if (value != null) {
        entries.put(name, value);
      }
    }
    return new Yaml.Section(at.getLineNr(), at.getColumnNr(), entries);
  }

  private Yaml.Items items(JsonLocation at) throws IOException {
    List<Yaml> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Yaml value = value();
      if (value == null) {
        throw problem("expected an item, got nothing");
      }
      items.add(value);
    }
    return new Yaml.Items(at.getLineNr(), at.getColumnNr(), items);
  }
}
