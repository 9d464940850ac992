package dev.patrol.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Waits for changes below a folder, also in folders that come later. For one waiting thread. */
final class FolderWatch implements AutoCloseable {
  /** Editors write in several steps; what follows so closely is one change. */
  private static final long QUIET_MILLIS = 100;

  private final Path folder;
  private final WatchService service;

  private FolderWatch(Path folder, WatchService service) {
    this.folder = folder;
    this.service = service;
  }

  /** A watch, which begins at once. */
  static FolderWatch of(Path folder) throws IOException {
    WatchService service = folder.getFileSystem().newWatchService();
    FolderWatch watch = new FolderWatch(folder, service);
    watch.register();
    return watch;
  }

  /**
   * Waits until something has changed and no more changes follow closely.
   *
   * @return false when the watch is closed, and nothing will come any more
   */
  boolean await() throws InterruptedException {
    try {
      take(service.take());
      @Nullable WatchKey next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      while (next != null) {
        take(next);
        next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
      register();
      return true;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  private static void take(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  /** A folder that is watched already stays so. */
  private void register() {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> folders = tree.filter(Files::isDirectory).toList();
      for (Path each : folders) {
        each.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
      }
    } catch (NoSuchFileException e) {
      // It vanished meanwhile, which is a change of its own; the rest of the tree is still watched.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be watched: " + folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
