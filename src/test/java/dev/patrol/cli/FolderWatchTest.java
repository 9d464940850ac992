package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {
  private final Path folder;

  FolderWatchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static void write(Path file) throws IOException {
    Files.writeString(file, "text", StandardCharsets.UTF_8);
  }

  @Test
  void a_change_ends_the_wait() throws Exception {
    Path below = Files.createDirectory(folder.resolve("10-key"));
    try (FolderWatch watch = FolderWatch.of(folder)) {
      write(below.resolve("a.drl"));
      assertThat(watch.await()).isTrue();
    }
  }

  @Test
  void a_folder_that_comes_later_is_watched_as_well() throws Exception {
    try (FolderWatch watch = FolderWatch.of(folder)) {
      Path later = Files.createDirectory(folder.resolve("20-url"));
      assertThat(watch.await()).isTrue();
      write(later.resolve("a.drl"));
      assertThat(watch.await()).isTrue();
    }
  }

  @Test
  void closing_ends_the_wait_for_good() throws Exception {
    FolderWatch watch = FolderWatch.of(folder);
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return watch.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    watch.close();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isFalse();
  }
}
