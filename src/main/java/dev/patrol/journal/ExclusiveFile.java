package dev.patrol.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that one opener at a time has, of all processes and all threads. The operating system's
 * lock ends with the process, however it ends. It would also end when this process closed the file
 * a second time, so nobody opens it here while somebody has it.
 */
public final class ExclusiveFile implements Closeable {
  private static final Set<Path> HELD = new HashSet<>();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private ExclusiveFile(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens a file for writing and whatever else the options say.
   *
   * @return nothing when somebody has it
   * @throws IOException when it cannot be opened
   */
  public static Optional<ExclusiveFile> tryOpen(Path file, Set<OpenOption> options)
      throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Path path = parent == null ? file : parent.toRealPath().resolve(file.getFileName());
    synchronized (HELD) {
      if (!HELD.add(path)) {
        return Optional.empty();
      }
    }
    ExclusiveFile opened = null;
    try {
      opened = open(path, options);
    } finally {
      if (opened == null) {
        release(path);
      }
    }
    return Optional.ofNullable(opened);
  }

  private static @Nullable ExclusiveFile open(Path path, Set<OpenOption> options)
      throws IOException {
    FileChannel channel = FileChannel.open(path, options);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : new ExclusiveFile(path, channel, lock);
  }

  FileChannel channel() {
    return channel;
  }

  /** Lets others have it; the file stays. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      lock.release();
    } finally {
      release(path);
    }
  }

  private static void release(Path path) {
    synchronized (HELD) {
      HELD.remove(path);
    }
  }
}
