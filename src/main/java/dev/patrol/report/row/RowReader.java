package dev.patrol.report.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows that {@link RowWriter} wrote, cell by cell, in the same order. */
public final class RowReader {
  /** Reads one row. */
  @FunctionalInterface
  public interface Form<R> {
    R read(RowReader in) throws IOException;
  }

  private final JsonParser json;

  /** Reads with this parser, which stays the caller's to close. */
  public RowReader(JsonParser json) {
    this.json = json;
  }

  /** Enters a row. */
  public void begin() throws IOException {
    expect(JsonToken.START_ARRAY);
  }

  /** Leaves a row. */
  public void end() throws IOException {
    expect(JsonToken.END_ARRAY);
  }

  /** Reads a text. */
  public String text() throws IOException {
    expect(JsonToken.VALUE_STRING);
    return json.getText();
  }

  /** Reads a number. */
  public long number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  /** Reads a cell of texts. */
  public List<String> list() throws IOException {
    begin();
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(json.getText());
    }
    return texts;
  }

  /** Reads a list of rows. */
  public <R> List<R> rows(Form<R> form) throws IOException {
    begin();
    List<R> rows = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      rows.add(form.read(this));
      end();
    }
    return rows;
  }

  private void expect(JsonToken token) throws IOException {
    JsonToken next = json.nextToken();
    if (next != token) {
      throw new IOException("expected " + token + " in a row, got " + next);
    }
  }
}
