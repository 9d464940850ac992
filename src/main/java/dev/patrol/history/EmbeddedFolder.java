package dev.patrol.history;

import dev.patrol.problem.ProblemsException;
import dev.patrol.problem.UnusableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the embedded database. Only its owner may enter: who can read H2's lock file can
 * connect, and a connection can run code.
 */
final class EmbeddedFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Path file;
  private final @Nullable Path link;

  private EmbeddedFolder(Path file, @Nullable Path link) {
    this.file = file;
    this.link = link;
  }

  /**
   * Makes the folder where it is missing.
   *
   * @throws ProblemsException when it cannot be made, or not be kept to its owner
   */
  static EmbeddedFolder prepare(Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      Files.createDirectories(folder);
      if (isPosix(folder) && !Files.getPosixFilePermissions(folder).equals(OWNER)) {
        Files.setPosixFilePermissions(folder, OWNER);
      }
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
      return file.toString().indexOf(';') < 0
          ? new EmbeddedFolder(file, null)
          : new EmbeddedFolder(file, linked(folder));
    } catch (IOException e) {
      throw new ProblemsException(UnusableFolder.problem(folder, e));
    }
  }

  /** H2 takes what follows a semicolon in a URL for settings, and knows no way to write one. */
  private static Path linked(Path folder) throws IOException {
    Path link = Files.createTempDirectory("patrol").resolve("store");
    return Files.createSymbolicLink(link, folder.toRealPath());
  }

  private static boolean isPosix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  /** The database's file without its ending, by a path without semicolons. */
  Path file() {
    return link == null ? file : link.resolve(Objects.requireNonNull(file.getFileName()));
  }

  @Override
  public void close() {
    if (link != null) {
      try {
        Files.deleteIfExists(link);
        Files.deleteIfExists(Objects.requireNonNull(link.getParent()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
