package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Place;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Waiver;
import dev.patrol.model.WaiverUse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WaiverRulesTest {
  static final Set<String> TRIED =
      Set.of("waiver-expired", "waiver-ends-soon", "waiver-unused", "waiver-of-no-rule");

  private static final Instant OVER = Instant.parse("2026-11-10T15:59:59Z");
  private static final Instant SOON = Instant.parse("2026-12-06T15:59:59Z");
  private static final Instant LATER = Instant.parse("2026-12-07T15:59:59Z");

  private static RuleBook rules;

  @BeforeAll
  static void compile() {
    rules = RuleBook.load(Path.of("rules"), RuleSettings.NONE, Locale.ENGLISH);
  }

  private static Waiver waiver(Instant until) {
    return new Waiver(
        "pat-in-production",
        "sales-*",
        null,
        null,
        "reason",
        "Chen Jie",
        until,
        Map.of(),
        new Place("waivers.csv", 4));
  }

  private static List<Finding> review(WaiverUse... uses) {
    return rules.review(List.of(uses), SmallWorld.TODAY, Policy.DEFAULT).findings();
  }

  private static List<String> said(WaiverUse use) {
    return review(use).stream().map(f -> f.rule().id() + ": " + f.evidence()).toList();
  }

  @Test
  void one_that_is_used_and_ends_later_is_fine() {
    assertThat(said(new WaiverUse(waiver(LATER), 1, true, true))).isEmpty();
  }

  @Test
  void one_that_has_ended_is_reported_with_what_it_would_cover() {
    assertThat(said(new WaiverUse(waiver(OVER), 3, true, true)))
        .containsExactly(
            "waiver-expired: waivers.csv:4 ended on 2026-11-10, 12 days ago;"
                + " it would still cover 3 findings");
    assertThat(said(new WaiverUse(waiver(OVER), 0, false, false)))
        .containsExactly(
            "waiver-expired: waivers.csv:4 ended on 2026-11-10, 12 days ago;"
                + " it would still cover no findings");
  }

  @Test
  void one_that_ends_soon_is_reported_only_while_it_is_needed() {
    assertThat(said(new WaiverUse(waiver(SOON), 1, true, true)))
        .containsExactly(
            "waiver-ends-soon: waivers.csv:4 ends on 2026-12-06, in 14 days, and covers 1 finding");
    assertThat(said(new WaiverUse(waiver(SOON), 0, true, false))).isEmpty();
  }

  @Test
  void one_that_covers_nothing_is_reported_when_everything_was_judged() {
    assertThat(said(new WaiverUse(waiver(LATER), 0, true, true)))
        .containsExactly("waiver-unused: waivers.csv:4 covers no finding of pat-in-production");
    assertThat(said(new WaiverUse(waiver(LATER), 0, true, false))).isEmpty();
  }

  @Test
  void one_of_no_rule_is_reported_as_that_and_not_as_unused() {
    assertThat(said(new WaiverUse(waiver(LATER), 0, false, true)))
        .containsExactly(
            "waiver-of-no-rule: waivers.csv:4 names the rule pat-in-production, and there is none");
  }

  @Test
  void the_finding_is_for_who_accepted_it_and_knows_its_waiver_by_what_it_covers() {
    assertThat(review(new WaiverUse(waiver(SOON), 1, true, true)))
        .singleElement()
        .extracting(Finding::owner, Finding::due, Finding::holder, Finding::status, Finding::token)
        .containsExactly("Chen Jie", SOON, waiver(SOON).key(), FindingStatus.OPEN, null);
  }

  @Test
  void many_waivers_are_reviewed_one_by_one() {
    WaiverUse[] uses =
        IntStream.range(0, 40)
            .mapToObj(i -> new WaiverUse(waiver(OVER.minusSeconds(i)), i, true, true))
            .toArray(WaiverUse[]::new);
    assertThat(review(uses)).hasSize(40).extracting(Finding::holder).doesNotHaveDuplicates();
  }
}
