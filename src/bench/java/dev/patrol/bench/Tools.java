package dev.patrol.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs that benchmarks need besides Patrol's own. */
final class Tools {
  /** Where a user's PATH may not lead, and servers are. */
  private static final String SBIN = "/usr/sbin";

  private Tools() {}

  /** A program on the PATH or among those of the system. */
  static Optional<Path> find(String program) {
    List<String> folders = new ArrayList<>();
    String path = System.getenv("PATH");
    folders.addAll(Arrays.asList((path == null ? "" : path).split(File.pathSeparator, -1)));
    folders.add(SBIN);
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * A program that must be there.
   *
   * @param debian the package that has it
   * @throws IOException when it is missing, naming the package
   */
  static Path need(String program, String debian) throws IOException {
    return find(program)
        .orElseThrow(() -> new IOException(program + " is missing (Debian: " + debian + ")"));
  }
}
