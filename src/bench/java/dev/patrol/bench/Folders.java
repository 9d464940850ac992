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

  /**
   * Moves a folder away, so that another one can be made in its place; nothing happens when there
   * is none. It is to be deleted when all is measured: ext4 looks at whatever was deleted in the
   * last minutes again for each file that is made, which takes a second for a report's.
   */
  static void putAside(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Path aside = Files.createDirectories(aside(folder));
      Files.move(folder, Files.createTempDirectory(aside, "").resolve(folder.getFileName()));
    }
  }

  /** Deletes what was put aside of a folder. */
  static void deleteAside(Path folder) throws IOException {
    delete(aside(folder));
  }

  private static Path aside(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".aside");
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
