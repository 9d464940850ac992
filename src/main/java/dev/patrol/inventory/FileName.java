package dev.patrol.inventory;

import java.nio.file.Path;

/** How problems name files: with slashes on every system. */
final class FileName {
  private FileName() {}

  static String of(Path file) {
    return file.toString().replace('\\', '/');
  }
}
