package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  @Test
  void a_rehearsal_goes_through_and_publishes_reports(@TempDir Path folder) throws IOException {
    assertThat(Rehearsal.rehearse(folder, "rules")).isEqualTo(ExitCode.DONE.number());
    assertThat(folder.resolve("reports/latest/index.html")).isNotEmptyFile();
  }
}
