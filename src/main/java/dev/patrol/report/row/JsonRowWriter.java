package dev.patrol.report.row;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes rows as JSON arrays, for the script of a page. */
public class JsonRowWriter implements RowWriter {
  private final JsonGenerator json;

  /** Writes with this generator, which stays the caller's to close. */
  public JsonRowWriter(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public final void begin() throws IOException {
    json.writeStartArray();
  }

  @Override
  public final void end() throws IOException {
    json.writeEndArray();
  }

  @Override
  public final void text(String text) throws IOException {
    json.writeString(text);
  }

  @Override
  public final void word(String text) throws IOException {
    json.writeString(text);
  }

  @Override
  public void phrase(String text) throws IOException {
    json.writeString(text);
  }

  @Override
  public final void number(long number) throws IOException {
    json.writeNumber(number);
  }

  @Override
  public final void list(List<String> texts) throws IOException {
    begin();
    for (String text : texts) {
      json.writeString(text);
    }
    end();
  }

  @Override
  public final void phrases(List<String> texts) throws IOException {
    begin();
    for (String text : texts) {
      phrase(text);
    }
    end();
  }
}
