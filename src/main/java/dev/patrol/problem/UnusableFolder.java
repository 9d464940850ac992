package dev.patrol.problem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Says why a folder that the tool makes and writes to cannot be had. */
public final class UnusableFolder {
  private UnusableFolder() {}

  /**
   * The problem, at the nearest of the folder and those above it that is there.
   *
   * @param folder what could not be made or written to
   * @param failure how that failed
   */
  public static Problem problem(Path folder, IOException failure) {
    Path there = nearest(folder);
    String message =
        Files.isDirectory(there)
            ? "expected a folder that this user can write to, found "
                + described(there)
                + reason(failure)
            : "expected a folder, found a file";
    return Problem.in(there.toString(), message);
  }

  /** Whether a file stands where a folder would have to be; Java 25 calls what is below missing. */
  public static boolean isBelowFile(Path path) {
    Path there = nearest(path);
    return !there.equals(path.toAbsolutePath().normalize()) && !Files.isDirectory(there);
  }

  /** Of a path and those above it the nearest that is there. */
  private static Path nearest(Path path) {
    Path there = path.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private static String described(Path folder) {
    try {
      String owner = Files.getOwner(folder).getName();
      String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
      return "one of " + owner + " (" + rights + ")";
    } catch (IOException | UnsupportedOperationException e) {
      return "another";
    }
  }

  /** The file system's own words, which name no path. */
  private static String reason(IOException failure) {
    @Nullable String reason = failure instanceof FileSystemException e ? e.getReason() : null;
    return reason == null ? "" : ": " + reason;
  }
}
