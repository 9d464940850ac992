package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Place;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WaiverIndexTest {
  private static final List<String> RULES = List.of("key-lost", "key-found");

  @Property
  void it_finds_the_waivers_that_cover_a_finding_and_no_others(
      @ForAll("waivers") List<Waiver> waivers, @ForAll("findings") Finding finding) {
    WaiverIndex<Waiver> index = new WaiverIndex<>();
    waivers.forEach(waiver -> index.add(waiver, waiver));

    assertThat(index.covering(finding))
        .containsExactlyInAnyOrderElementsOf(
            waivers.stream().filter(waiver -> waiver.covers(finding)).toList());
  }

  @Provide
  Arbitrary<List<Waiver>> waivers() {
    Arbitrary<String> pattern =
        Arbitraries.strings().withChars("ab*").ofMinLength(1).ofMaxLength(3);
    return Combinators.combine(
            Arbitraries.of(RULES),
            pattern,
            pattern.injectNull(0.5),
            pattern.injectNull(0.5),
            Arbitraries.integers().between(0, 2))
        .as(
            (rule, one, two, three, turn) ->
                switch (turn) {
                  case 0 -> waiver(rule, one, two, three);
                  case 1 -> waiver(rule, three, one, two);
                  default -> waiver(rule, two, three, one);
                })
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Finding> findings() {
    Arbitrary<String> id =
        Arbitraries.strings().withChars("ab").ofMinLength(1).ofMaxLength(3).injectNull(0.2);
    return Combinators.combine(Arbitraries.of(RULES), id, id, id)
        .as(
            (rule, token, endpoint, workspace) ->
                new Finding(
                    new RuleInfo(rule, Severity.LOW, null, "title", "remedy", "a.drl", 3),
                    Severity.LOW,
                    FindingStatus.OPEN,
                    token,
                    endpoint,
                    workspace,
                    null,
                    null,
                    "evidence",
                    null,
                    null,
                    null,
                    null));
  }

  private static Waiver waiver(String rule, String token, String endpoint, String workspace) {
    return new Waiver(
        rule,
        token,
        endpoint,
        workspace,
        "reason",
        "who",
        Instant.parse("2026-12-31T15:59:59Z"),
        Map.of(),
        new Place("waivers.csv", 2));
  }
}
