package dev.patrol.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.patrol.model.Redaction;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.Node.Scalar;
import dev.patrol.yaml.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns YAML text into {@link Node}s that know where they stand, which data binding would lose. */
public final class YamlDocument {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String source;
  private final YAMLParser parser;

  private YamlDocument(String source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * The document's content; {@link Node.Empty} when there is none.
   *
   * @param source how problems name the text, such as {@code patrol.yaml}
   * @throws ProblemsException when the text is not one YAML document, or uses aliases
   */
  public static Node parse(String source, String text) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      YamlDocument document = new YamlDocument(source, parser);
      JsonToken first = parser.nextToken();
      Node content = first == null ? new Node.Empty(1, 1) : document.node(first);
      if (parser.nextToken() != null) {
        throw document.problem("expected one document, found a second one");
      }
      return content;
    } catch (JsonProcessingException e) {
      throw new ProblemsException(syntax(source, e));
    } catch (IOException e) {
      throw new ProblemsException(Problem.in(source, "cannot be read as YAML"));
    }
  }

  private Node node(JsonToken token) throws IOException {
    if (parser.isCurrentAlias()) {
      throw problem("aliases are not supported, write the value out");
    }
    JsonLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    return switch (token) {
      case START_OBJECT -> new Mapping(line, column, entries());
      case START_ARRAY -> new Sequence(line, column, items());
      case VALUE_NULL -> new Node.Empty(line, column);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new Scalar(line, column, parser.getText());
      default -> throw problem("expected text, a list or names with values");
    };
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      JsonLocation at = parser.currentTokenLocation();
      String name = parser.currentName();
      Node value = node(parser.nextToken());
      entries.add(new Entry(at.getLineNr(), at.getColumnNr(), name, value));
    }
    return entries;
  }

  private List<Node> items() throws IOException {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token));
    }
    return items;
  }

  private ProblemsException problem(String message) {
    JsonLocation at = parser.currentTokenLocation();
    return new ProblemsException(new Problem(source, at.getLineNr(), at.getColumnNr(), message));
  }

  /** Leaves out the indented lines of the parser's message: they quote the file. */
  private static Problem syntax(String source, JsonProcessingException e) {
    String message =
        e.getOriginalMessage()
            .lines()
            .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
            .collect(Collectors.joining(", "));
    @Nullable JsonLocation at = e.getLocation();
    int line = at == null ? 0 : Math.max(0, at.getLineNr());
    int column = at == null ? 0 : Math.max(0, at.getColumnNr());
    return new Problem(source, line, column, "not valid YAML: " + Redaction.mask(message));
  }
}
