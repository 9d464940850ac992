package dev.patrol.history;

import static dev.patrol.history.Made.about;
import static dev.patrol.history.Made.accepted;
import static dev.patrol.history.Made.diagnosis;
import static dev.patrol.history.Made.failed;
import static dev.patrol.history.Made.finding;
import static dev.patrol.history.Made.header;
import static dev.patrol.history.Made.judgement;
import static dev.patrol.history.Made.night;
import static dev.patrol.history.Made.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs beside earlier runs, on each of the databases. */
abstract class ChronicleTests {
  private final StoreLocation location;
  private Store store;
  private int nights;

  ChronicleTests(StoreLocation location) {
    this.location = location;
    this.store = Store.open(location);
  }

  @BeforeEach
  void one_night_goes_by() {
    assertThat(run(List.of(), List.of())).isEmpty();
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** One whole run: the findings of the dossiers, then those across, as {@code status rule}. */
  private List<String> run(List<Judgement> judgements, List<Finding> across, String... keep) {
    try (Chronicle chronicle = begin("run-" + nights)) {
      nights++;
      chronicle.keep(Set.of(keep));
      List<Finding> findings = new ArrayList<>();
      chronicle.compare(judgements).forEach(each -> findings.addAll(each.findings()));
      findings.addAll(chronicle.compareAcross(across, Set.of(), Set.of()));
      chronicle.commit(Made.TOTALS, night(nights));
      return words(findings);
    }
  }

  private List<String> run(Judgement... judgements) {
    return run(Arrays.asList(judgements), List.of());
  }

  private Chronicle begin(String id) {
    return store.begin(header("team", id, night(nights)), List.of());
  }

  private static List<String> words(List<Finding> findings) {
    return findings.stream().map(each -> each.status().id() + " " + each.rule().id()).toList();
  }

  private long count(String table) {
    return store
        .transactions()
        .run(
            connection -> {
              try (PreparedStatement select =
                      connection.prepareStatement("SELECT COUNT(*) FROM " + table);
                  ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  @Test
  void a_finding_is_new_then_open_then_fixed_then_reopened() {
    Judgement with = well("t1", about("r1", "t1", null, null));
    assertThat(run(with)).containsExactly("new r1");
    assertThat(run(with)).containsExactly("open r1");
    assertThat(run(well("t1"))).containsExactly("fixed r1");
    assertThat(run(well("t1"))).isEmpty();
    assertThat(run(with)).containsExactly("reopened r1");
    assertThat(run(with)).containsExactly("open r1");
  }

  @Test
  void first_seen_is_when_the_first_run_began_and_outlives_a_fix() {
    Judgement with = well("t1", about("r1", "t1", "e-t1", null));
    run(with);
    Instant first = night(1);
    for (Judgement each : List.of(with, well("t1"), with)) {
      try (Chronicle chronicle = begin("run-" + nights++)) {
        assertThat(chronicle.compare(List.of(each)).get(0).findings())
            .extracting(Finding::firstSeen)
            .containsExactly(first);
        chronicle.compareAcross(List.of(), Set.of(), Set.of());
        chronicle.commit(Made.TOTALS, night(nights));
      }
    }
  }

  @Test
  void a_fixed_finding_tells_what_was_last_known_of_it() {
    run(well("t1", finding("r1", "t1", "e-t1", null, "first", null)));
    run(well("t1", finding("r1", "t1", "e-t1", null, "second", null)));
    try (Chronicle chronicle = begin("last")) {
      Finding fixed = chronicle.compare(List.of(well("t1"))).get(0).findings().get(0);
      Finding before = finding("r1", "t1", "e-t1", null, "second", null);
      assertThat(fixed.status()).isEqualTo(FindingStatus.FIXED);
      assertThat(fixed.evidence()).isEqualTo("second");
      assertThat(fixed.endpoint()).isEqualTo("e-t1");
      assertThat(fixed.workspace()).isNull();
      assertThat(fixed.ownerEmail()).isEqualTo(before.ownerEmail());
      assertThat(fixed.due()).isEqualTo("2026-12-01T15:59:59.123Z");
      assertThat(fixed.rule().title()).isEqualTo("Title of r1");
      assertThat(fixed.rule().guide()).isEqualTo(Cause.KEY_VALIDITY);
      assertThat(fixed.firstSeen()).isEqualTo(night(1));
    }
  }

  @Test
  void several_findings_of_one_rule_about_one_subject_are_one() {
    Finding one = finding("r1", "t1", "e-t1", null, "this", null);
    Finding other = finding("r1", "t1", "e-t1", null, "that", null);
    assertThat(run(well("t1", one, other))).containsExactly("new r1", "new r1");
    assertThat(run(well("t1", other, one))).containsExactly("open r1", "open r1");
    assertThat(run(well("t1"))).containsExactly("fixed r1");
  }

  @Test
  void what_rested_on_an_answer_is_not_fixed_while_there_is_none() {
    Finding live = about("r1", "t1", "e1", accepted("t1", "e1"));
    Judgement refused = only("e1", Verdict.FAIL, accepted("t1", "e1"), live);
    run(refused);
    assertThat(run(only("e1", Verdict.UNKNOWN, failed("t1", "e1")))).isEmpty();
    assertThat(run(only("e1", Verdict.UNKNOWN, Answer.skipped("t1", "e1", "cap")))).isEmpty();
    assertThat(run(refused)).containsExactly("open r1");
    assertThat(run(only("e1", Verdict.PASS, accepted("t1", "e1")))).containsExactly("fixed r1");
  }

  @Test
  void what_was_said_of_a_token_is_not_fixed_by_an_outage() {
    run(well("t1", about("r1", "t1", null, accepted("t1", null))));
    Judgement outage =
        judgement(
            "t1",
            TokenState.UNKNOWN,
            failed("t1", null),
            List.of(diagnosis("t1", "e-t1", Verdict.UNKNOWN, Cause.SERVICE)),
            List.of());
    assertThat(run(outage)).isEmpty();
    assertThat(run(well("t1"))).containsExactly("fixed r1");
  }

  @Test
  void the_findings_of_an_endpoint_that_is_gone_are_fixed() {
    Finding live = about("r1", "t1", "e1", accepted("t1", "e1"));
    run(only("e1", Verdict.FAIL, accepted("t1", "e1"), live));
    assertThat(run(only("e2", Verdict.PASS, accepted("t1", "e2")))).containsExactly("fixed r1");
  }

  private static Judgement only(
      String endpoint, Verdict verdict, Answer answer, Finding... findings) {
    Cause cause = verdict == Verdict.FAIL ? Cause.KEY_PERMISSION : Cause.NONE;
    return judgement(
        "t1",
        TokenState.VALID,
        List.of(diagnosis("t1", endpoint, verdict, cause, answer)),
        List.of(findings));
  }

  @Test
  void what_spans_tokens_has_its_own_course() {
    List<Finding> across = List.of(finding("limit", null, null, "owner Li Wei, pat", "11", null));
    assertThat(run(List.of(well("t1")), across)).containsExactly("new limit");
    assertThat(run(List.of(well("t1")), across)).containsExactly("open limit");
    assertThat(run(List.of(well("t1")), List.of(), "t9")).isEmpty();
    assertThat(run(List.of(well("t1")), List.of())).containsExactly("fixed limit");
  }

  @Test
  void a_token_that_left_the_inventory_leaves_no_open_finding() {
    Judgement with = well("t1", about("r1", "t1", null, accepted("t1", null)));
    run(with, well("t2"));
    assertThat(run(List.of(well("t2")), List.of(), "t1")).isEmpty();
    assertThat(run(well("t2"))).containsExactly("fixed r1");
    assertThat(run(well("t2"))).isEmpty();
    assertThat(run(with, well("t2"))).containsExactly("reopened r1");
  }

  @Test
  void a_quiet_night_writes_nothing() {
    Judgement first =
        well(
            "t1",
            finding("r1", "t1", null, null, "ends in 5 days, logid 20251122AB0000000000CD", null));
    Judgement second =
        well(
            "t1",
            finding("r1", "t1", null, null, "ends in 4 days, logid 20251123AB0000000000EF", null));
    run(first);
    long findings = count("history_finding");
    long states = count("history_state");
    assertThat(run(second)).containsExactly("open r1");
    assertThat(count("history_finding")).isEqualTo(findings).isEqualTo(1);
    assertThat(count("history_state")).isEqualTo(states).isEqualTo(2);
  }

  @Test
  void what_an_unfinished_run_left_is_unknown_to_the_next_and_removed() {
    Judgement with = well("t1", about("r1", "t1", null, null));
    Chronicle crashed = begin("crashed");
    List<Judgement> many = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      many.add(well("x" + i));
    }
    crashed.compare(many);
    crashed.compare(List.of(with));
    assertThat(count("history_state")).isPositive();
    assertThat(store.archive().named("crashed")).isEmpty();

    store.close();
    store = Store.open(location);
    assertThat(run(with)).containsExactly("new r1");
    assertThat(count("history_state")).isEqualTo(2);
    assertThat(count("history_finding")).isEqualTo(1);
  }

  @Test
  void a_run_may_begin_again_until_it_is_committed() {
    Judgement with = well("t1", about("r1", "t1", null, null));
    begin("again").compare(List.of(with));
    try (Chronicle chronicle = begin("again")) {
      assertThat(words(chronicle.compare(List.of(with)).get(0).findings()))
          .containsExactly("new r1");
      chronicle.compareAcross(List.of(), Set.of(), Set.of());
      assertThat(chronicle.commit(Made.TOTALS, night(1))).isEqualTo(new Changes(1, 0, 0));
    }
    assertThatThrownBy(() -> begin("again"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("run again is recorded already");
  }

  @Test
  void of_two_runs_at_the_same_time_the_later_one_counts() {
    Chronicle early = begin("early");
    early.compare(List.of(well("t1")));
    Chronicle late = begin("late");
    late.compare(List.of(well("t1")));
    late.compareAcross(List.of(), Set.of(), Set.of());
    late.commit(Made.TOTALS, night(1));
    assertThatThrownBy(() -> early.commit(Made.TOTALS, night(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another run of the same inventory began meanwhile");
    assertThat(count("history_state")).isEqualTo(2);
  }

  @Test
  void inventories_do_not_know_each_other() {
    Judgement with = well("t1", about("r1", "t1", null, null));
    run(with);
    try (Chronicle other = store.begin(header("other", "run-0", night(9)), List.of())) {
      assertThat(other.past(List.of("t1"))).containsEntry("t1", List.of());
      assertThat(words(other.compare(List.of(with)).get(0).findings())).containsExactly("new r1");
      assertThat(other.compareAcross(List.of(), Set.of(), Set.of())).isEmpty();
    }
  }

  @Test
  void rules_are_told_how_earlier_nights_went() {
    run(only("e1", Verdict.PASS, accepted("t1", "e1")));
    run(only("e1", Verdict.FAIL, accepted("t1", "e1")));
    run(only("e1", Verdict.UNKNOWN, failed("t1", "e1")));
    run(only("e1", Verdict.FAIL, accepted("t1", "e1")));
    try (Chronicle chronicle = begin("tonight")) {
      Map<String, List<History>> past = chronicle.past(List.of("t1", "t2"));
      assertThat(past.get("t2")).isEmpty();
      assertThat(past.get("t1"))
          .containsExactlyInAnyOrder(
              new History("t1", null, 4, 0, null, night(4), 0),
              new History("t1", "e1", 3, 2, night(2), night(1), 1));
    }
  }

  @Test
  void ids_may_be_very_long_and_hold_any_character() {
    String odd = "t\0" + "令牌".repeat(3_000);
    Judgement with = well(odd, about("r1", odd, null, null));
    assertThat(run(with)).containsExactly("new r1");
    assertThat(run(with)).containsExactly("open r1");
    assertThat(run(well(odd))).containsExactly("fixed r1");
  }
}
