package dev.patrol.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets one process at a time run an audit of an inventory. The lock ends with the process, however
 * it ends.
 */
public final class InventoryLock implements AutoCloseable {
  private final FileChannel channel;

  private InventoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder where the locks of all inventories are; made when it is not there
   * @param inventory the inventory's name, which may hold any character
   * @return nothing when somebody else has it
   * @throws UncheckedIOException when nothing can be written there
   */
  public static Optional<InventoryLock> tryTake(Path folder, String inventory) {
    try {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
      FileChannel channel =
          FileChannel.open(
              folder.resolve(UUID.nameUUIDFromBytes(inventory.getBytes(UTF_8)) + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return Optional.of(new InventoryLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }
}
