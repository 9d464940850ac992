package dev.patrol.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a report. */
final class Reports {
  private Reports() {}

  /** All files, by their names from the report's folder. */
  static List<String> files(Path report) {
    try (Stream<Path> paths = Files.walk(report)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> report.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that a browser opens. */
  static List<String> pages(Path report) {
    return files(report).stream().filter(name -> name.endsWith(".html")).toList();
  }
}
