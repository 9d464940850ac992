package dev.patrol.schedule;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second scheduler from one store. The lock is the operating system's, on a file that stays
 * empty: it vanishes with the process, however that ends.
 */
public final class ProcessLock implements AutoCloseable {
  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file beside the store; made when it is not there, with its folder
   * @throws ProblemsException when another scheduler has it; the message says what to do
   * @throws UncheckedIOException when the file cannot be written
   */
  public static ProcessLock take(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new ProblemsException(
            Problem.in(
                file.toString(),
                "another scheduler works with this store; stop it first, or let several share a"
                    + " PostgreSQL database (setting store)"));
      }
      return new ProcessLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + ": cannot be locked: " + e.getMessage(), e));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return null;
    }
  }

  /** Gives the lock back; the file stays, as another process may be waiting at it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
