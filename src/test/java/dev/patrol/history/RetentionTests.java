package dev.patrol.history;

import static dev.patrol.history.Made.finding;
import static dev.patrol.history.Made.night;
import static dev.patrol.history.Made.well;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is forgotten, on each of the databases. */
abstract class RetentionTests {
  private final Store store;
  private Instant now = Made.FIRST_NIGHT;
  private int nights;

  RetentionTests(StoreLocation location) {
    this.store = Store.open(location, new StoreOptions(2, Duration.ZERO, 10, new Moving()));
  }

  /** The test's time. */
  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Finding> run(Judgement... judgements) {
    now = night(nights);
    try (Chronicle chronicle =
        store.begin(Made.header("team", "run-" + nights, night(nights)), List.of())) {
      nights++;
      List<Finding> findings = new ArrayList<>();
      chronicle.compare(List.of(judgements)).forEach(each -> findings.addAll(each.findings()));
      findings.addAll(chronicle.compareAcross(List.of(), Set.of(), Set.of()));
      chronicle.commit(Made.TOTALS, now);
      return findings;
    }
  }

  private static Finding about(String rule) {
    return finding(rule, "t1", "e-t1", null, "seen", null);
  }

  @Test
  void old_runs_are_forgotten_and_what_still_holds_is_not() {
    run(well("t1", about("lasting"), about("passing")), well("t2", about("passing")));
    run(well("t1", about("lasting"), about("passing")), well("t2"));
    run(well("t1", about("lasting")));
    Judgement lasting = well("t1", about("lasting"));
    for (int i = 0; i < 30; i++) {
      assertThat(run(lasting))
          .extracting(each -> each.status().id() + " " + each.firstSeen())
          .containsExactly("open " + night(0));
    }
    Archive archive = store.archive();
    assertThat(archive.runs(100)).hasSize(11).last().extracting(RunRecord::id).isEqualTo("run-22");
    assertThat(archive.findings("t1")).extracting(FindingRecord::rule).containsExactly("lasting");
    assertThat(archive.states("t1")).hasSize(2);
    assertThat(archive.findings("t2")).isEmpty();
    assertThat(archive.states("t2")).isEmpty();
    try (Chronicle chronicle = store.begin(Made.header("team", "last", night(nights)), List.of())) {
      assertThat(chronicle.past(List.of("t1")).get("t1"))
          .allSatisfy(past -> assertThat(past.nights()).isEqualTo(11))
          .hasSize(2);
    }
    assertThat(run(well("t1", about("lasting"), about("passing"))))
        .extracting(each -> each.status().id())
        .containsExactly("open", "new");
  }

  @Test
  void a_state_that_held_when_the_oldest_run_that_stays_began_is_kept() {
    run(well("t1", about("first")));
    for (int i = 0; i < 8; i++) {
      run(well("t1"));
    }
    run();
    for (int i = 0; i < 6; i++) {
      run(well("t2"));
    }
    // The oldest run that stays is the sixth; the token left in the tenth.
    assertThat(store.archive().states("t1"))
        .extracting(StateRecord::state)
        .containsExactlyInAnyOrder("valid", "pass", "gone", "gone");
    for (int i = 0; i < 10; i++) {
      run(well("t2"));
    }
    assertThat(store.archive().states("t1")).isEmpty();
  }
}
