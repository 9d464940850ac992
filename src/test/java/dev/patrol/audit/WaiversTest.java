package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Place;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.SecretReference;
import dev.patrol.model.Severity;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.model.Waiver;
import dev.patrol.model.WaiverUse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-31T15:59:59Z");
  private static final Instant EARLIER = Instant.parse("2026-10-31T15:59:59Z");
  private static final RuleInfo RULE =
      new RuleInfo("key-lost", Severity.HIGH, null, "title", "remedy", "a.drl", 3);

  private static Waivers waivers(Waiver... waivers) {
    Today today = new Today(NOW, ZoneId.of("Asia/Shanghai"));
    return new Waivers(List.of(waivers), today, List.of(RULE));
  }

  private static Waiver waiver(
      int line, @Nullable String token, @Nullable String endpoint, Instant until) {
    return waiver(RULE.id(), line, token, endpoint, null, until);
  }

  private static Waiver waiver(
      String rule,
      int line,
      @Nullable String token,
      @Nullable String endpoint,
      @Nullable String workspace,
      Instant until) {
    return new Waiver(
        rule,
        token,
        endpoint,
        workspace,
        "reason",
        "Li Wei",
        until,
        Map.of(),
        new Place("waivers.csv", line));
  }

  private static Finding finding(@Nullable String token, @Nullable String endpoint) {
    return new Finding(
        RULE,
        Severity.HIGH,
        FindingStatus.OPEN,
        token,
        endpoint,
        endpoint == null ? null : "w1",
        null,
        null,
        "evidence",
        null,
        null,
        null,
        EARLIER);
  }

  private static Judgement judgement(@Nullable String secret, Cause cause, String skip) {
    Token token =
        Token.builder("t1", TokenKind.PAT, new Place("tokens.csv", 2))
            .secret(secret == null ? null : new SecretReference("env", secret))
            .build();
    Endpoint endpoint =
        Endpoint.builder("e1", "t1", "GET", "https://api.coze.cn/", new Place("endpoints.csv", 2))
            .build();
    Map<Cause, Mark> steps =
        Cause.steps().stream()
            .collect(Collectors.toMap(Function.identity(), s -> new Mark(Verdict.PASS, "")));
    Answer identity = Answer.skipped("t1", null, "self-hosted");
    Answer answer = Answer.skipped("t1", "e1", skip);
    return new Judgement(
        token,
        TokenState.VALID,
        Needs.of(new Dossier(token, List.of(endpoint), List.of())),
        identity,
        List.of(new Diagnosis(endpoint, Verdict.PASS, cause, List.of(), steps, answer)),
        List.of());
  }

  private static boolean conclusive(Waiver waiver, Judgement judgement) {
    Waivers waivers = waivers(waiver);
    waivers.apply(judgement);
    return waivers.uses().get(0).conclusive();
  }

  @Test
  void an_open_finding_that_is_covered_is_waived_and_remembers_since_when() {
    Waiver waiver = waiver(2, "t*", null, LATER);
    Finding finding = finding("t1", "e1");
    for (FindingStatus open :
        List.of(FindingStatus.NEW, FindingStatus.OPEN, FindingStatus.REOPENED)) {
      assertThat(waivers(waiver).apply(List.of(finding.as(open, EARLIER))))
          .containsExactly(finding.waivedBy(waiver));
    }
    assertThat(finding.waivedBy(waiver))
        .extracting(Finding::status, Finding::waiver, Finding::firstSeen)
        .containsExactly(FindingStatus.WAIVED, waiver, EARLIER);
  }

  @Test
  void a_fixed_finding_stays_fixed_and_uses_no_waiver() {
    Waivers waivers = waivers(waiver(2, "*", null, LATER));
    Finding fixed = finding("t1", null).as(FindingStatus.FIXED, EARLIER);
    assertThat(waivers.apply(List.of(fixed))).containsExactly(fixed);
    assertThat(waivers.uses()).extracting(WaiverUse::findings).containsExactly(0L);
  }

  @Test
  void the_first_of_the_file_that_covers_it_is_named_and_all_of_them_count() {
    Waiver broad = waiver(3, "*", null, LATER);
    Waiver exact = waiver(2, "t1", null, LATER);
    Waivers waivers = waivers(exact, broad);
    assertThat(waivers.apply(List.of(finding("t1", null), finding("t2", null))))
        .extracting(Finding::waiver)
        .containsExactly(exact, broad);
    assertThat(waivers.uses()).extracting(WaiverUse::findings).containsExactly(1L, 2L);
  }

  @Test
  void ids_that_are_spelled_out_are_found_in_each_column() {
    Waiver token = waiver(2, "t1", "e*", LATER);
    Waiver endpoint = waiver(3, "t*", "e2", LATER);
    Waiver workspace = waiver(RULE.id(), 4, "*", null, "w1", LATER);
    Waivers waivers = waivers(token, endpoint, workspace);
    assertThat(
            waivers.apply(
                List.of(
                    finding("t1", "e1"),
                    finding("t9", "e2"),
                    finding("t9", "e9"),
                    finding("t1", null))))
        .extracting(Finding::waiver)
        .containsExactly(token, endpoint, workspace, null);
  }

  @Test
  void a_waiver_is_for_its_rule_alone() {
    Waivers waivers = waivers(waiver("key-found", 2, "*", null, null, LATER));
    assertThat(waivers.apply(List.of(finding("t1", null))))
        .extracting(Finding::status)
        .containsExactly(FindingStatus.OPEN);
    assertThat(waivers.uses())
        .extracting(WaiverUse::ruleKnown, WaiverUse::findings)
        .containsExactly(tuple(false, 0L));
  }

  @Test
  void one_that_has_ended_waives_nothing_and_counts_what_no_other_covers() {
    Waiver over = waiver(2, "*", null, EARLIER);
    Waiver live = waiver(3, "t1", null, LATER);
    Waivers waivers = waivers(over, live);
    assertThat(waivers.apply(List.of(finding("t1", null), finding("t2", null))))
        .extracting(Finding::waiver)
        .containsExactly(live, null);
    assertThat(waivers.uses()).extracting(WaiverUse::findings).containsExactly(1L, 1L);
  }

  @Test
  void one_ends_at_its_very_instant() {
    assertThat(waivers(waiver(2, "*", null, NOW)).apply(List.of(finding("t1", null))))
        .extracting(Finding::status)
        .containsExactly(FindingStatus.OPEN);
    assertThat(waivers(waiver(2, "*", null, NOW.plusNanos(1))).apply(List.of(finding("t1", null))))
        .extracting(Finding::status)
        .containsExactly(FindingStatus.WAIVED);
  }

  @Test
  void what_a_probe_did_not_answer_proves_no_waiver_unused() {
    Waiver one = waiver(2, "t1", null, LATER);
    assertThat(conclusive(one, judgement("S", Cause.NONE, "side-effect"))).isTrue();
    assertThat(conclusive(one, judgement("S", Cause.NONE, "offline"))).isFalse();
    assertThat(conclusive(one, judgement("S", Cause.NONE, "token-cap"))).isFalse();
    assertThat(conclusive(one, judgement("S", Cause.SERVICE, "side-effect"))).isFalse();
    assertThat(conclusive(one, judgement("S", Cause.QUOTA, "side-effect"))).isFalse();
    assertThat(conclusive(one, judgement(null, Cause.NONE, "no-secret"))).isTrue();
  }

  @Test
  void doubt_is_for_the_waivers_of_that_subject_alone() {
    Judgement doubtful = judgement("S", Cause.NONE, "offline");
    assertThat(conclusive(waiver(2, "t2", null, LATER), doubtful)).isTrue();
    assertThat(conclusive(waiver(2, "t1", "e2", LATER), doubtful)).isTrue();
    assertThat(conclusive(waiver(2, null, "e*", LATER), doubtful)).isFalse();
  }

  @Test
  void a_waiver_changes_findings_and_nothing_else() {
    Judgement judgement =
        judgement("S", Cause.KEY_PERMISSION, "side-effect")
            .withFindings(List.of(finding("t1", "e1")));
    Waiver waiver = waiver(2, "t1", null, LATER);
    assertThat(waivers(waiver).apply(judgement))
        .isEqualTo(judgement.withFindings(List.of(finding("t1", "e1").waivedBy(waiver))));
  }

  @Test
  void without_waivers_findings_stay_as_they_are() {
    assertThat(waivers().apply(List.of(finding("t1", null)))).containsExactly(finding("t1", null));
    assertThat(waivers().uses()).isEmpty();
  }
}
