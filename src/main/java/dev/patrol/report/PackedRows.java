package dev.patrol.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.report.row.RowWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Rows as a JSON array, packed, as a page carries them for its script. */
final class PackedRows {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one row. */
  @FunctionalInterface
  interface Form<R> {
    void write(R row, RowWriter out) throws IOException;
  }

  private final ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 12);
  private final JsonGenerator json;
  private final RowWriter out;

  /** Begins an array that is written as told. */
  PackedRows(Function<JsonGenerator, RowWriter> writer) {
    try {
      json = JSON.createGenerator(plain);
      out = writer.apply(json);
      out.begin();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <R> void add(Form<R> form, R row) {
    try {
      form.write(row, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the array, and packs it. */
  String base64(Packing packing) {
    try {
      out.end();
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packing.base64(plain.toByteArray());
  }
}
