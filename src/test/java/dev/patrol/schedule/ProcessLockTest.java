package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  private final Path file;

  ProcessLockTest(@TempDir Path folder) {
    this.file = folder.resolve("new").resolve("schedule.lock");
  }

  @Test
  void a_second_one_is_refused_until_the_first_is_given_back() {
    try (ProcessLock first = ProcessLock.take(file)) {
      assertThatThrownBy(() -> ProcessLock.take(file))
          .isInstanceOf(ProblemsException.class)
          .hasMessage(
              file
                  + ": another scheduler works with this store; stop it first, or let several"
                  + " share a PostgreSQL database (setting store)");
      assertThat(first).isNotNull();
    }
    ProcessLock.take(file).close();
    assertThat(file).isEmptyFile();
  }

  @Test
  void what_cannot_be_locked_is_named() throws IOException {
    Files.createDirectories(file);
    assertThatThrownBy(() -> ProcessLock.take(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file + ": cannot be locked: ");
  }
}
