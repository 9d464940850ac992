package dev.patrol.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.report.row.RowWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Rows as a JSON array, deflated and in Base64, as a page carries them for its script. */
final class PackedRows {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one row. */
  @FunctionalInterface
  interface Form<R> {
    void write(R row, RowWriter out) throws IOException;
  }

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final JsonGenerator json;
  private final RowWriter out;

  /** Begins an array that is written as told. */
  PackedRows(Function<JsonGenerator, RowWriter> writer) {
    OutputStream deflating = new DeflaterOutputStream(packed, deflater, 1 << 13);
    try {
      json = JSON.createGenerator(deflating);
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

  /** Ends the array. */
  String base64() {
    try {
      out.end();
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
