package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.cli.RecordedShift.Submitted;
import dev.patrol.config.Config;
import dev.patrol.history.RunRecord;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.problem.ProblemsException;
import dev.patrol.schedule.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pieces of work of a shared run, done in any order and more than once. */
class SharedTaskTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:30:00Z");
  private static final String RUN = "nightly-20261121T183000Z";
  private static final Work NIGHTLY = work(Work.SCHEDULED, RUN, 0);
  private static final Work PUBLISHING = work("publish", RUN, 0);

  private final Path folder;
  private final Config config;
  private final Store store;
  private final List<String> heard = new ArrayList<>();
  private final RecordedShift shift = new RecordedShift(NOW);

  SharedTaskTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    write(
        "rules/one.drl",
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
        """);
    inventory(70);
    this.config =
        Config.load(
            write(
                "patrol.yaml", "schedules: {nightly: {cron: \"0 30 2 * * ?\", offline: true}}\n"));
    this.store = Store.open(StoreLocation.embedded(config.reports()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SharedTask node(Instant now) {
    RunListener listener =
        new RunListener() {
          @Override
          public void ended(
              String schedule,
              String run,
              RunOutcome outcome,
              Instant time,
              Duration took,
              @Nullable AuditOutcome result) {
            heard.add(run + " " + outcome.word() + (result == null ? "" : " with a report"));
          }
        };
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    RunDesk desk = new RunDesk(config, clock, Map.of(), false, List.of(listener));
    return new SharedTask(desk, store, () -> 2);
  }

  private static Work work(String kind, String run, int part) {
    return new Work(kind, "nightly", run, part, false);
  }

  private static Work retry(int tries) {
    return new Work("retry", "nightly", RUN, tries, true);
  }

  private static List<Work> parts(String run, int... numbers) {
    return IntStream.of(numbers).mapToObj(part -> work("part", run, part)).toList();
  }

  @Test
  void the_last_part_hands_in_the_publishing_and_twice_does_no_harm() {
    SharedTask one = node(NOW);
    SharedTask other = node(NOW);
    one.run(NIGHTLY, shift);
    assertThat(shift.takeAll()).isEqualTo(parts(RUN, 0, 1, 2));
    other.run(work("part", RUN, 2), shift);
    one.run(work("part", RUN, 0), shift);
    other.run(work("part", RUN, 0), shift);
    assertThat(shift.takeAll()).isEmpty();
    one.run(new Work(Work.SCHEDULED, "nightly", RUN, 0, true), shift);
    assertThat(shift.takeAll()).as("begun again after a crash").isEqualTo(parts(RUN, 1));
    one.run(work("part", RUN, 1), shift);
    assertThat(shift.takeAll()).containsExactly(PUBLISHING);
    other.run(work("part", RUN, 1), shift);
    assertThat(shift.takeAll()).as("recovered after a crash").containsExactly(PUBLISHING);

    other.run(PUBLISHING, shift);
    assertThat(heard).containsExactly(RUN + " done with a report");
    one.run(PUBLISHING, shift);
    one.run(work("part", RUN, 1), shift);
    one.run(new Work(Work.SCHEDULED, "nightly", RUN, 0, true), shift);
    assertThat(shift.submitted()).isEmpty();
    assertThat(heard).hasSize(1);
    assertThat(store.archive().runs(10)).extracting(RunRecord::id).containsExactly(RUN);
    assertThat(folder.resolve("reports").resolve(RUN).resolve("tokens.csv"))
        .content()
        .hasLineCount(71);
  }

  @Test
  void a_run_that_cannot_begin_is_tried_again_three_times() throws IOException {
    Path tokens = folder.resolve("inventory/tokens.csv");
    Files.delete(tokens);
    SharedTask node = node(NOW);
    Work work = NIGHTLY;
    for (int tries = 0; tries <= 3; tries++) {
      Work next = work;
      assertThatExceptionOfType(ProblemsException.class).isThrownBy(() -> node.run(next, shift));
      work = retry(tries + 1);
    }
    assertThat(shift.submitted())
        .containsExactly(
            new Submitted(retry(1), Duration.ofMinutes(1)),
            new Submitted(retry(2), Duration.ofMinutes(5)),
            new Submitted(retry(3), Duration.ofMinutes(15)));
    assertThat(heard).hasSize(4).containsOnly(RUN + " failed");
    inventory(1);
    node.run(retry(3), shift);
    assertThat(shift.takeAll()).isEqualTo(parts(RUN, 0));
  }

  @Test
  void another_run_of_the_inventory_waits_unless_the_first_is_a_day_old() {
    node(NOW).run(NIGHTLY, shift);
    assertThat(shift.takeAll()).hasSize(3);
    Instant later = NOW.plus(Duration.ofHours(20));
    Work second = work(Work.SCHEDULED, "nightly-2", 0);
    node(later).run(second, shift);
    node(later.plusSeconds(1)).run(second, shift);
    assertThat(shift.submitted())
        .containsExactly(
            new Submitted(second, Duration.ofHours(20).plusMinutes(1)),
            new Submitted(second, Duration.ofHours(20).plusMinutes(1).plusSeconds(1)));
    RecordedShift next = new RecordedShift(later.plusSeconds(61));
    node(later.plusSeconds(61)).run(second, next);
    assertThat(next.takeAll()).isEqualTo(parts("nightly-2", 0, 1, 2));
    node(later).run(work("part", RUN, 0), next);
    node(later).run(PUBLISHING, next);
    assertThat(next.submitted()).as("the run that was given up").isEmpty();
    assertThat(folder.resolve("reports").resolve(RUN)).doesNotExist();
    assertThat(heard).isEmpty();
  }

  @Test
  void a_node_with_other_files_leaves_its_part_to_others() throws IOException {
    node(NOW).run(NIGHTLY, shift);
    Work part = shift.takeAll().get(1);
    inventory(71);
    assertThatThrownBy(() -> node(NOW).run(part, shift))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("this node's inventory is not the one that the run began with");
    List<Work> again = new ArrayList<>();
    node(NOW).handInAgain(again::add);
    assertThat(again).extracting(Work::part).containsExactly(0, 1, 2);
    assertThat(again).extracting(Work::kind).containsOnly(part.kind());
    inventory(70);
    again.forEach(work -> node(NOW).run(work, shift));
    assertThat(shift.takeAll()).containsExactly(PUBLISHING);
    again.clear();
    node(NOW).handInAgain(again::add);
    assertThat(again).extracting(Work::kind).containsExactly(PUBLISHING.kind());
    again.clear();
    node(NOW.plus(Duration.ofHours(21))).handInAgain(again::add);
    assertThat(again).as("given up").isEmpty();
    node(NOW).handInAgain(again::add);
    assertThat(again).isEmpty();
  }

  @Test
  void an_inventory_without_tokens_is_published_at_once() throws IOException {
    inventory(0);
    SharedTask node = node(NOW);
    node.run(NIGHTLY, shift);
    assertThat(shift.takeAll()).containsExactly(PUBLISHING);
    node.run(PUBLISHING, shift);
    assertThat(heard).containsExactly(RUN + " done with a report");
  }

  private void inventory(int tokens) throws IOException {
    StringBuilder rows = new StringBuilder("token,kind\n");
    IntStream.range(0, tokens).forEach(t -> rows.append("t%d,pat\n".formatted(t)));
    write("inventory/tokens.csv", rows.toString());
    write("inventory/workspaces.csv", "workspace\n");
    write("inventory/endpoints.csv", "endpoint,token,method,url\n");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, UTF_8);
  }
}
