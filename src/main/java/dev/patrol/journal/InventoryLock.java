package dev.patrol.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.problem.ProblemsException;
import dev.patrol.problem.UnusableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lets one run at a time audit an inventory. The lock ends with the process, however it ends. */
public final class InventoryLock implements AutoCloseable {
  private final ExclusiveFile file;

  private InventoryLock(ExclusiveFile file) {
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @param folder where the locks of all inventories are; made when it is not there
   * @param inventory the inventory's name, which may hold any character
   * @return nothing when somebody else has it
   * @throws ProblemsException when nothing can be written there
   */
  public static Optional<InventoryLock> tryTake(Path folder, String inventory) {
    Path file = folder.resolve(UUID.nameUUIDFromBytes(inventory.getBytes(UTF_8)) + ".lock");
    try {
      OwnerOnly.makeFolder(folder);
      return ExclusiveFile.tryOpen(
              file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
          .map(InventoryLock::new);
    } catch (IOException e) {
      throw new ProblemsException(UnusableFolder.problem(folder, e));
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
