package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.audit.InventoryName;
import dev.patrol.history.Chronicle;
import dev.patrol.history.RunHeader;
import dev.patrol.history.RunTotals;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Needs;
import dev.patrol.model.Place;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T18:30:00Z");

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  HistoryCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String key(String inventory) throws IOException {
    return InventoryName.of(inventory(inventory), folder.resolve("reports"), false);
  }

  private int history(String... args) throws IOException {
    Path settings = Files.writeString(folder.resolve("patrol.yaml"), "zone: Asia/Shanghai\n");
    String[] all = new String[args.length + 3];
    all[0] = "history";
    all[1] = "--config";
    all[2] = settings.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  private Path inventory(String name) {
    return folder.resolve(name);
  }

  /** Records a run of one token, whose finding is there or not. */
  private void record(Store store, String inventory, String run, int night, boolean found)
      throws IOException {
    Instant startedAt = BEGIN.plus(Duration.ofDays(night));
    RunHeader header =
        new RunHeader(
            inventory + " " + run,
            run,
            key(inventory),
            night == 0 ? null : "nightly",
            startedAt,
            ZoneId.of("Asia/Shanghai"),
            false,
            "1.0");
    Token token = Token.builder("客服", TokenKind.PAT, new Place("tokens.csv", 2)).build();
    Finding finding =
        new Finding(
            new RuleInfo("token-lost", Severity.HIGH, null, "It is lost", "Look.", "a.drl", 1),
            Severity.HIGH,
            FindingStatus.OPEN,
            "客服",
            null,
            null,
            null,
            null,
            "nobody\u001b[31m has seen it",
            null,
            null,
            null,
            null);
    Judgement judgement =
        new Judgement(
            token,
            found ? TokenState.INVALID : TokenState.VALID,
            Needs.of(new Dossier(token, List.of(), List.of())),
            Answer.skipped("客服", null, "offline"),
            List.of(),
            found ? List.of(finding) : List.of());
    try (Chronicle chronicle = store.begin(header, List.of())) {
      chronicle.compare(List.of(judgement));
      chronicle.compareAcross(List.of(), Set.of(), Set.of());
      chronicle.commit(new RunTotals(1, 2, 3, 4, 5, 6, 77, 0), startedAt.plusSeconds(60));
    }
  }

  private void recordThreeNights() throws IOException {
    try (Store store = Store.open(StoreLocation.embedded(folder.resolve("reports")))) {
      record(store, "one", "first", 0, false);
      record(store, "one", "second", 1, true);
      record(store, "other", "elsewhere", 1, true);
      record(store, "one", "third", 2, false);
    }
  }

  private List<String> lines() {
    return out.toString().lines().map(line -> line.replaceAll("  +", " | ")).toList();
  }

  @Test
  void the_last_runs_are_listed_newest_first() throws IOException {
    recordThreeNights();
    assertThat(history("--limit", "3")).isZero();
    assertThat(lines())
        .hasSize(4)
        .element(1)
        .isEqualTo(
            "third | 2026-11-04 02:30 | nightly | 1 | 2 | 3 | 4 | 5 | 0 | 0 | 1 | 6 | 77 | "
                + key("one"));
    assertThat(lines().get(3)).startsWith("second | ");
  }

  @Test
  void only_one_inventory_is_listed_when_asked_for() throws IOException {
    recordThreeNights();
    assertThat(history("--inventory", inventory("other").toString())).isZero();
    assertThat(lines()).hasSize(2).last().asString().startsWith("elsewhere | ");
  }

  @Test
  void a_run_tells_what_changed() throws IOException {
    recordThreeNights();
    assertThat(history("third")).isZero();
    assertThat(lines())
        .containsExactly(
            "Run third of "
                + key("one")
                + ", begun 2026-11-04 02:30 by schedule nightly: 0 new, 0 reopened, 1 fixed",
            "STATUS | SEVERITY | ABOUT | RULE | FIRST SEEN | TITLE | EVIDENCE",
            "fixed | high | 客服 | token-lost | 2026-11-03 02:30 | It is lost |"
                + " nobody\uFFFD[31m has seen it");
  }

  @Test
  void a_token_tells_its_states_and_findings() throws IOException {
    recordThreeNights();
    assertThat(history("客服", "--inventory", inventory("one").toString())).isZero();
    assertThat(lines())
        .containsSubsequence(
            "2026-11-02 02:30 | first | valid",
            "2026-11-03 02:30 | second | invalid",
            "2026-11-04 02:30 | third | valid",
            "2026-11-03 02:30 | second | new | high | 客服 | token-lost | 2026-11-03 02:30 |"
                + " nobody\uFFFD[31m has seen it",
            "2026-11-04 02:30 | third | fixed | high | 客服 | token-lost | 2026-11-03 02:30 |"
                + " nobody\uFFFD[31m has seen it");
  }

  @Test
  void a_long_story_is_shortened_to_its_end() throws IOException {
    recordThreeNights();
    assertThat(history("客服", "--limit", "2")).isZero();
    assertThat(out.toString()).contains("States of 客服, the last 2 of 4").doesNotContain("first");
  }

  @Test
  void an_unknown_name_is_said_to_be_unknown() throws IOException {
    recordThreeNights();
    assertThat(history("pat_TESTONLY000000000001")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "history: nothing is recorded under \"pat_[REDACTED]\", expected a run's name or a"
                + " token's id");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nothing_is_made_when_nothing_is_recorded() throws IOException {
    assertThat(history()).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("No run is recorded yet.");
    assertThat(history("t1")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  @Test
  void an_empty_name_is_a_mistake() throws IOException {
    recordThreeNights();
    assertThat(history("")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("history: expected a run's name or a token's id, got \"\"");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_file_for_a_folder_of_reports_is_a_mistake() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(history("--reports", file.toString())).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(file + ": expected a folder, found a file");
  }

  @Test
  void a_limit_below_one_is_a_mistake() throws IOException {
    assertThat(history("--limit", "0")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("--limit: expected a number of at least 1, got 0");
  }
}
