package dev.patrol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that benchmarks write, measure and throw away. */
final class Folders {
  private Folders() {}

  /** Deletes a folder with all that is in it; nothing happens when there is none. */
  static void delete(Path folder) throws IOException {
    for (Path path : below(folder)) {
      Files.delete(path);
    }
  }

  /** The size of all files in a folder and below. */
  static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path path : below(folder)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes;
  }

  /** What is in a folder comes before it. */
  private static List<Path> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
