package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Takes a page as it is rendered: parts that are bytes already stay what they are. */
final class PageBytes implements TemplateOutput {
  private static final int SIZE = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int filled;

  /** Writes to a stream that stays the caller's to close. */
  PageBytes(OutputStream out) {
    this.out = out;
  }

  @Override
  public void writeContent(String text) {
    writeBinaryContent(text.getBytes(UTF_8));
  }

  @Override
  public void writeContent(String text, int begin, int end) {
    writeContent(text.substring(begin, end));
  }

  @Override
  public void writeBinaryContent(byte[] bytes) {
    if (bytes.length > SIZE - filled) {
      flush();
    }
    if (bytes.length > SIZE) {
      write(bytes, bytes.length);
    } else {
      System.arraycopy(bytes, 0, buffer, filled, bytes.length);
      filled += bytes.length;
    }
  }

  void flush() {
    write(buffer, filled);
    filled = 0;
  }

  private void write(byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
