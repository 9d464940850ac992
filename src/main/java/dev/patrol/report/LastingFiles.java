package dev.patrol.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes files last: what was written survives when the machine stops right behind it. Several at
 * once, as a disk makes many files last in one go, and each waits for it; and while others are
 * still being written.
 */
final class LastingFiles implements Closeable {
  /** As many as wait at once; each waits for the same disk. */
  private static final int AT_ONCE = 8;

  private final ExecutorService waiters =
      Executors.newFixedThreadPool(AT_ONCE, LastingFiles::daemon);
  private final Map<Path, Future<?>> begun = new ConcurrentHashMap<>();

  /** Begins with a file to which nothing will be written any more; for any thread. */
  void begin(Path file) {
    begun.computeIfAbsent(file, fresh -> waiters.submit(() -> forceFile(fresh)));
  }

  /** Waits until all these last. Folders come behind the files in them. */
  void finish(List<Path> paths) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(path);
      } else {
        begin(path);
      }
    }
    try {
      for (Future<?> file : begun.values()) {
        file.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the report was made to last");
    }
    for (Path folder : folders) {
      forceFolder(folder);
    }
  }

  /** Waits for nothing any more. */
  @Override
  public void close() {
    waiters.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "report-sync");
    thread.setDaemon(true);
    return thread;
  }

  private static @Nullable Void forceFile(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return null;
  }

  /** Makes the entries of a folder last. */
  static void forceFolder(Path path) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException e) {
      // Some systems cannot open a folder; there its entries last without being forced.
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }
}
