package dev.patrol.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.patrol.model.Redaction;
import java.io.IOException;

/** Makes a request body fit to be shown: values that are called as secrets are blotted out. */
public final class SafeBody {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String BLOT = '"' + Redaction.MARK + '"';

  private SafeBody() {}

  /** The body, otherwise as it is written; one that is not JSON is blotted out as a whole. */
  public static String of(String body) {
    try {
      return masked(body);
    } catch (IOException notJson) {
      return Redaction.MARK;
    }
  }

  private static String masked(String text) throws IOException {
    StringBuilder safe = new StringBuilder(text.length());
    int done = 0;
    try (JsonParser json = JSON.createParser(text)) {
      while (json.nextToken() != null) {
        boolean secret =
            json.currentToken() == JsonToken.FIELD_NAME
                && Redaction.isSecretName(json.currentName());
        if (secret) {
          json.nextToken();
        }
        if (secret || json.currentToken() == JsonToken.VALUE_STRING) {
          int begin = (int) json.currentTokenLocation().getCharOffset();
          String value = secret ? BLOT : inner(json.getText());
          json.skipChildren();
          json.finishToken();
          if (!value.isEmpty()) {
            safe.append(text, done, begin).append(value);
            done = (int) json.currentLocation().getCharOffset();
          }
        }
      }
    }
    return safe.append(text, done, text.length()).toString();
  }

  /** A string that is JSON itself, as workflows take it, with its secrets blotted out; or empty. */
  private static String inner(String value) {
    String text = value.strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return "";
    }
    try {
      String safe = masked(value);
      return safe.equals(value)
          ? ""
          : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(safe)) + '"';
    } catch (IOException notJson) {
      return "";
    }
  }
}
