package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.audit.Page.Note;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import dev.patrol.probe.Outcome;
import dev.patrol.probe.Reply;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is written by hand is what the mapper would write and reads again. */
class JournalTextTest {
  private static final String ODD = "\"quoted\" \\ 中文 \n\u0001 \ud83d\ude00";

  @Test
  void an_outcome_is_read_again() {
    Reply full = new Reply(Meaning.KEY_REFUSED, null, 200, "4101", ODD, "20251103093009A1B2C3");
    Reply none = new Reply(Meaning.SERVICE, Failure.TIMEOUT, null, null, null, null);
    for (Outcome outcome : List.of(new Outcome(full, 12L, 1), new Outcome(none, null, 0))) {
      String json = JournalText.of(outcome);
      assertThat(json).isEqualTo(Notebook.write(outcome));
      assertThat(Notebook.read(json, Outcome.class)).isEqualTo(outcome);
    }
  }

  @Test
  void a_finished_dossier_is_read_again() {
    Note asked =
        new Note("bot-get", Meaning.ACCEPTED, "sent", null, 200, "0", "", "20251103093009", 7L);
    Note skipped =
        new Note(null, Meaning.NOT_ASKED, "skipped-host", null, null, null, null, null, null);
    Note failed =
        new Note("x", Meaning.SERVICE, "failed-dns", Failure.DNS, null, null, ODD, null, 3L);
    Page full =
        new Page(
            asked,
            List.of(asked, skipped, failed),
            "pat_",
            List.of("ep-1", ODD),
            "f1",
            3,
            2,
            4,
            new TreeSet<>(List.of("a.example", "b.example:8443")));
    Page bare = new Page(skipped, List.of(), null, List.of(), null, 0, 0, 0, new TreeSet<>());
    for (Page page : List.of(full, bare)) {
      String json = JournalText.of(page);
      assertThat(json).isEqualTo(Notebook.write(page));
      assertThat(Notebook.read(json, Page.class)).isEqualTo(page);
    }
  }
}
