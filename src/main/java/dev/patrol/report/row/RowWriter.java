package dev.patrol.report.row;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes rows as JSON arrays, cell by cell. */
public class RowWriter {
  private final JsonGenerator json;

  /** Writes with this generator, which stays the caller's to close. */
  public RowWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Begins a row, or a list within one. */
  public final void begin() throws IOException {
    json.writeStartArray();
  }

  /** Ends what was begun last. */
  public final void end() throws IOException {
    json.writeEndArray();
  }

  /** Writes a text. */
  public final void text(String text) throws IOException {
    json.writeString(text);
  }

  /** Writes a text that many rows share. */
  public void phrase(String text) throws IOException {
    json.writeString(text);
  }

  /** Writes a number. */
  public final void number(long number) throws IOException {
    json.writeNumber(number);
  }

  /** Writes texts as one cell. */
  public final void list(List<String> texts) throws IOException {
    begin();
    for (String text : texts) {
      json.writeString(text);
    }
    end();
  }

  /** Writes texts that many rows share as one cell. */
  public final void phrases(List<String> texts) throws IOException {
    begin();
    for (String text : texts) {
      phrase(text);
    }
    end();
  }
}
