package dev.patrol.report.published;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON file that is read from its beginning to its end; what is wrong in it names its line. */
final class JsonFile implements Closeable {
  /** Reads the value of one field, and nothing beyond it. */
  @FunctionalInterface
  interface Field {
    void read(String name) throws IOException;
  }

  /** Reads one value. */
  @FunctionalInterface
  interface Value<T> {
    T read() throws IOException;
  }

  /** Makes something of a word. */
  @FunctionalInterface
  interface Word<T> {
    Optional<T> of(String word);
  }

  private final Path file;
  private final JsonParser json;

  /** Ids occur again and again, and each time as another object. */
  private final Map<String, String> known = new HashMap<>();

  JsonFile(Path file) throws IOException {
    this.file = file;
    json = new JsonFactory().createParser(Files.newInputStream(file));
  }

  /** Steps into the object that the file is. */
  void begin() throws IOException {
    json.nextToken();
    expect(JsonToken.START_OBJECT, "an object");
  }

  /** Steps to the next field's value; null at the end of the object. */
  @Nullable String nextField() throws IOException {
    if (json.nextToken() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = json.currentName();
    if (json.currentToken() != JsonToken.FIELD_NAME || name == null) {
      throw damaged("it ends too early");
    }
    json.nextToken();
    return name;
  }

  /** Reads the object at hand. */
  void object(Field field) throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
    for (String name = nextField(); name != null; name = nextField()) {
      field.read(name);
    }
  }

  /** Reads the array at hand. */
  void array(Value<?> value) throws IOException {
    expect(JsonToken.START_ARRAY, "an array");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      value.read();
    }
  }

  <T> List<T> list(Value<T> value) throws IOException {
    List<T> items = new ArrayList<>();
    array(() -> items.add(value.read()));
    return items;
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "a text");
    return json.getText();
  }

  /** A text that occurs often. */
  String id() throws IOException {
    return known.computeIfAbsent(text(), id -> id);
  }

  long number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a number");
    return json.getLongValue();
  }

  boolean flag() throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw damaged("expected true or false");
    }
    return json.getBooleanValue();
  }

  /** One of some words. */
  <T> T word(Word<T> words) throws IOException {
    String text = text();
    return words.of(text).orElseThrow(() -> damaged("did not expect \"" + text + "\""));
  }

  void skip() throws IOException {
    json.skipChildren();
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (json.currentToken() != token) {
      throw damaged("expected " + what);
    }
  }

  IOException damaged(String reason) {
    return new IOException(message(json.currentTokenLocation(), reason));
  }

  /** What is wrong when a value cannot be read as JSON. */
  IOException damaged(JsonProcessingException e) {
    return new IOException(message(e.getLocation(), "it is no JSON, or ends too early"), e);
  }

  private String message(JsonLocation at, String reason) {
    return "%s:%d:%d: %s; the file is damaged"
        .formatted(file, at.getLineNr(), at.getColumnNr(), reason);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
