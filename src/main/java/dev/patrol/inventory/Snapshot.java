package dev.patrol.inventory;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A file's size and time of change, by which a later reading knows that it is the same file. */
record Snapshot(Path file, long size, FileTime changed) {
  static Snapshot of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new Snapshot(file, now.size(), now.lastModifiedTime());
  }

  /**
   * Makes sure that the file is still the same.
   *
   * @throws ProblemsException when it was changed or removed
   */
  void verify() {
    try {
      Snapshot now = Files.exists(file) ? of(file) : null;
      if (now == null || now.size != size || !now.changed.equals(changed)) {
        throw changedMeanwhile();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The problem that the file is no longer what was checked. */
  ProblemsException changedMeanwhile() {
    return new ProblemsException(
        Problem.in(
            FileName.of(file),
            "was changed while it was being read; start again when it is complete"));
  }
}
