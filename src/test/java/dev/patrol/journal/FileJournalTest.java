package dev.patrol.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  private static final String AWKWARD = "令牌\t\"a\"\n\\ ]";

  private final Path folder;
  private final Unfinished unfinished;

  FileJournalTest(@TempDir Path parent) {
    folder = parent.resolve("unfinished");
    unfinished = new Unfinished(folder);
  }

  @Test
  void gives_back_what_was_kept() {
    try (FileJournal journal = unfinished.begin("r1", "{\"id\":\"r1\"}")) {
      assertThat(journal.isEmpty()).isTrue();
      journal.keepReply("t1", "q1", "{\"a\":1}");
      journal.keepReply("t2", "q1", "{\"a\":2}");
      journal.keepDossier("t1", "{\"done\":true}");
      journal.keepDossier(AWKWARD, "[\"" + "知".repeat(5000) + "\"]");
      assertThat(journal.isEmpty()).isFalse();
    }
    try (FileJournal journal = unfinished.open("r1").orElseThrow()) {
      assertThat(journal.run()).isEqualTo("{\"id\":\"r1\"}");
      assertThat(journal.dossier("t1")).contains("{\"done\":true}");
      assertThat(journal.dossier(AWKWARD)).contains("[\"" + "知".repeat(5000) + "\"]");
      assertThat(journal.dossier("t2")).isEmpty();
      assertThat(journal.reply("t2", "q1")).contains("{\"a\":2}");
      assertThat(journal.reply("t2", "q2")).isEmpty();
      assertThat(journal.reply("t1", "q1")).as("part of the finished dossier").isEmpty();
    }
  }

  @Test
  void whatever_the_end_of_the_file_is_whole_lines_count() throws IOException {
    try (FileJournal journal = unfinished.begin("r1", "{}")) {
      for (int i = 0; i < 20; i++) {
        journal.keepDossier("t" + i, "{\"n\":" + i + ",\"text\":\"" + "x".repeat(i) + "\"}");
      }
    }
    Path file = folder.resolve("r1.journal");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    for (int length = whole.length; length > 40; length -= 1 + random.nextInt(9)) {
      byte[] part = Arrays.copyOf(whole, length);
      if (random.nextBoolean()) {
        part[length - 1] = 0;
      }
      Files.write(file, part);
      long lines = new String(part, UTF_8).chars().filter(c -> c == '\n').count();
      try (FileJournal journal = unfinished.open("r1").orElseThrow()) {
        assertThat(journal.dossier("t" + (lines - 1))).isEmpty();
        for (int i = 0; i < lines - 1; i++) {
          assertThat(journal.dossier("t" + i)).isPresent();
        }
        journal.keepDossier("later", "1");
      }
      try (FileJournal journal = unfinished.open("r1").orElseThrow()) {
        assertThat(journal.dossier("later")).contains("1");
      }
    }
  }

  @Test
  void a_journal_that_never_began_is_none() throws IOException {
    unfinished.begin("r1", "{}").close();
    Files.writeString(folder.resolve("r1.journal"), "12345678 [\"RUN\"", UTF_8);
    assertThat(unfinished.open("r1")).isEmpty();
    assertThat(unfinished.runs()).isEmpty();
    assertThat(unfinished.open("r2")).isEmpty();
  }

  @Test
  void one_at_a_time() {
    try (FileJournal journal = unfinished.begin("r1", "{}")) {
      assertThat(journal.isEmpty()).isTrue();
      assertThat(unfinished.open("r1")).isEmpty();
      assertThatThrownBy(() -> unfinished.begin("r1", "{}"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("run r1 has begun already");
      assertThat(unfinished.open("r1")).as("and asking did not let go of it").isEmpty();
      assertThat(unfinished.peek("r1")).contains("{}");
    }
    unfinished.open("r1").orElseThrow().delete();
    assertThat(unfinished.runs()).isEmpty();
    assertThat(unfinished.peek("r1")).isEmpty();
  }

  @Test
  void an_inventory_is_locked_for_all_but_one(@TempDir Path locks) {
    InventoryLock lock = InventoryLock.tryTake(locks, "../a b").orElseThrow();
    assertThat(InventoryLock.tryTake(locks, "../a b")).isEmpty();
    InventoryLock.tryTake(locks, "other").orElseThrow().close();
    lock.close();
    InventoryLock.tryTake(locks, "../a b").orElseThrow().close();
  }

  @Test
  void only_the_owner_can_read_it() throws IOException {
    unfinished.begin("r1", "{}").close();
    assertThat(Files.getPosixFilePermissions(folder.resolve("r1.journal"))).hasSize(2);
    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
  }
}
