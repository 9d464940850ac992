package dev.patrol.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableFolderTest {
  private final AccessDeniedException denied = new AccessDeniedException("anything");

  private final Path folder;

  UnusableFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void a_file_on_the_way_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("reports"), "");
    assertThat(UnusableFolder.problem(file.resolve(".patrol/locks"), denied))
        .hasToString(file + ": expected a folder, found a file");
  }

  @Test
  void the_nearest_folder_that_is_there_is_named_with_its_owner() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    String owner = Files.getOwner(folder).getName();
    String expected =
        folder
            + ": expected a folder that this user can write to, found one of "
            + owner
            + " (rwxr-x---)";
    assertThat(UnusableFolder.problem(folder.resolve("reports/.patrol"), denied))
        .hasToString(expected);
    FileSystemException full = new FileSystemException("a", null, "No space left on device");
    assertThat(UnusableFolder.problem(folder, full))
        .hasToString(expected + ": No space left on device");
  }
}
