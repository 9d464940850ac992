package dev.patrol.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions for what nobody but the owner should read or change. */
final class OwnerOnly {
  private OwnerOnly() {}

  static FileAttribute<?>[] file(Path place) {
    return attributes(place, "rw-------");
  }

  /**
   * Makes a folder of the product's own within its hidden folder, both for the owner alone; what is
   * above them is made as others make it.
   */
  static void makeFolder(Path folder) throws IOException {
    Path hidden = folder.toAbsolutePath().getParent();
    if (hidden != null && hidden.getParent() != null) {
      Files.createDirectories(hidden.getParent());
      Files.createDirectories(hidden, attributes(hidden, "rwx------"));
    }
    Files.createDirectories(folder, attributes(folder, "rwx------"));
  }

  private static FileAttribute<?>[] attributes(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
