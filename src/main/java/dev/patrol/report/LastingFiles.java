package dev.patrol.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Makes files last: what was written survives when the machine stops right behind it. */
final class LastingFiles {
  /** As many as wait at once; each waits for the same disk. */
  private static final int AT_ONCE = 8;

  private LastingFiles() {}

  /**
   * Several at once: a disk makes many files last in one go, and each waits for it. Folders come
   * behind the files in them.
   */
  static void force(List<Path> paths) throws IOException {
    ExecutorService waiters = Executors.newFixedThreadPool(AT_ONCE, LastingFiles::daemon);
    try {
      List<Future<?>> forced = new ArrayList<>();
      List<Path> folders = new ArrayList<>();
      for (Path path : paths) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(path);
        } else {
          forced.add(waiters.submit(() -> forceFile(path)));
        }
      }
      for (Future<?> file : forced) {
        file.get();
      }
      for (Path folder : folders) {
        forceFolder(folder);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the report was made to last");
    } finally {
      waiters.shutdownNow();
    }
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
