package dev.patrol.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patrol.config.Config;
import dev.patrol.history.RunRecord;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an unattended audit does about a run that an earlier process left unfinished. */
class BrokenOffRunTest {
  private static final Instant BEGAN = Instant.parse("2026-11-22T02:00:00Z");
  private static final String FIRST = "20261122T020000Z";
  private static final Duration DAY = Duration.ofHours(20);

  private final Path folder;
  private final Path reports;

  BrokenOffRunTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.reports = folder.resolve("reports");
    inventory("inventory", "t1");
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        folder.resolve("rules/one.drl"),
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "one"
            @id(one) @severity(low) @guide(hygiene) @title("One") @remedy("None.")
        when
            $token : Token()
        then
            audit.warn($token, "one");
        end
        """,
        UTF_8);
  }

  private void inventory(String name, String token) throws IOException {
    Path inventory = Files.createDirectories(folder.resolve(name));
    Files.writeString(inventory.resolve("tokens.csv"), "token,kind\n" + token + ",pat\n", UTF_8);
    Files.writeString(inventory.resolve("workspaces.csv"), "workspace\n", UTF_8);
    Files.writeString(inventory.resolve("endpoints.csv"), "endpoint,token,method,url\n", UTF_8);
  }

  private AuditRequest request(String inventory, Instant now) {
    Config config =
        Config.DEFAULT
            .withInventory(folder.resolve(inventory))
            .withRules(folder.resolve("rules"))
            .withReports(reports);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new AuditRequest(config, clock, Map.of(), false, false, null, null, "test");
  }

  private void breakOff(String inventory, Instant now) throws IOException {
    AuditRequest request = request(inventory, now);
    try (RunUnderWay run = RunUnderWay.begin(request, Auditor.prepare(request).digest())) {
      run.journal().keepReply("t1", "q1", "{}");
      Files.createDirectories(reports.resolve("." + run.start().id() + ".part1"));
    }
  }

  /** The name of the report that an audit publishes at that time, and when its run began. */
  private RunRecord resumeOrRun(Instant now) {
    try (Store store = Store.open(StoreLocation.embedded(reports))) {
      Auditor auditor = Auditor.prepare(request("inventory", now));
      AuditOutcome outcome = auditor.resumeOrRun(store, Progress.NONE);
      RunRecord run = store.archive().runs(1).get(0);
      assertThat(outcome.report()).isDirectory().endsWith(Path.of(run.id()));
      return run;
    }
  }

  private List<String> files(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path unfinished() {
    return reports.resolve(".patrol/unfinished");
  }

  @Test
  void what_began_less_than_twenty_hours_ago_goes_on_as_it_began() throws IOException {
    breakOff("inventory", BEGAN);
    RunRecord run = resumeOrRun(BEGAN.plus(DAY).minusSeconds(1));
    assertThat(run.id()).isEqualTo(FIRST);
    assertThat(run.startedAt()).isEqualTo(BEGAN);
    assertThat(files(reports)).containsExactly(".patrol", FIRST, "latest");
    assertThat(unfinished()).isEmptyDirectory();
  }

  @Test
  void what_began_longer_ago_is_set_aside() throws IOException {
    breakOff("inventory", BEGAN);
    RunRecord run = resumeOrRun(BEGAN.plus(DAY));
    assertThat(run.id()).isEqualTo("20261122T220000Z");
    assertThat(run.startedAt()).isEqualTo(BEGAN.plus(DAY));
    assertThat(files(reports)).containsExactly(".patrol", run.id(), "latest");
    assertThat(unfinished()).isEmptyDirectory();
  }

  @Test
  void what_began_with_another_inventory_is_set_aside_however_many_there_are() throws IOException {
    breakOff("inventory", BEGAN);
    inventory("inventory", "t2");
    breakOff("inventory", BEGAN.plusSeconds(60));
    inventory("inventory", "t3");
    RunRecord run = resumeOrRun(BEGAN.plusSeconds(120));
    assertThat(run.startedAt()).isEqualTo(BEGAN.plusSeconds(120));
    assertThat(files(reports)).containsExactly(".patrol", run.id(), "latest");
    assertThat(reports.resolve(run.id()).resolve("tokens.csv")).content().contains("t3,pat");
    assertThat(unfinished()).isEmptyDirectory();
  }

  @Test
  void somebody_who_asks_to_resume_hears_that_the_inventory_was_changed() throws IOException {
    breakOff("inventory", BEGAN);
    inventory("inventory", "t2");
    try (Store store = Store.open(StoreLocation.embedded(reports))) {
      Auditor auditor = Auditor.prepare(request("inventory", BEGAN.plusSeconds(60)));
      assertThatExceptionOfType(ProblemsException.class)
          .isThrownBy(() -> auditor.resume(store, Progress.NONE))
          .withMessageContaining("run " + FIRST + ": cannot go on, the inventory was changed");
    }
    assertThat(files(unfinished())).containsExactly(FIRST + ".journal");
  }

  @Test
  void the_runs_of_other_inventories_are_left_alone() throws IOException {
    inventory("other", "t1");
    breakOff("other", BEGAN);
    RunRecord run = resumeOrRun(BEGAN.plus(DAY));
    assertThat(run.startedAt()).isEqualTo(BEGAN.plus(DAY));
    assertThat(files(unfinished())).containsExactly(FIRST + ".journal");
    assertThat(reports.resolve("." + FIRST + ".part1")).isDirectory();
  }
}
