package dev.patrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files of reports as text, whether they are packed or not. */
public final class Unpacked {
  private Unpacked() {}

  /** The content of a file, unpacked when its name ends with {@code .gz}. */
  public static String text(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readString(file, UTF_8);
    }
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(packed.readAllBytes(), UTF_8);
    }
  }
}
