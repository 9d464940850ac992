package dev.patrol.journal;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions for what nobody but the owner should read or change. */
final class OwnerOnly {
  private OwnerOnly() {}

  static FileAttribute<?>[] file(Path place) {
    return attributes(place, "rw-------");
  }

  static FileAttribute<?>[] folder(Path place) {
    return attributes(place, "rwx------");
  }

  private static FileAttribute<?>[] attributes(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
