package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Firing;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Token;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiredRulesTest {
  private static final Token TOKEN = Sample.token("crm").build();
  private static final Endpoint ONE = Sample.endpoint("one", "crm").build();
  private static final FiredRules FIRED =
      new FiredRules(
          List.of(
              fired(Sample.PERMISSION, "two"),
              fired(Sample.HEADER, "one"),
              fired(Sample.UNUSED, null),
              fired(Sample.HEADER, "one"),
              fired(Sample.ESCALATE, "one"),
              fired(Sample.PERMISSION, "one")));

  @Test
  void an_endpoint_has_its_own_rules_and_those_of_its_token_each_once_in_order() {
    assertThat(FIRED.of("one"))
        .containsExactly("header-form", "unused-points", "ask-support", "permission-missing");
    assertThat(FIRED.of("two")).containsExactly("permission-missing", "unused-points");
    assertThat(FIRED.of("three")).containsExactly("unused-points");
  }

  @Test
  void a_finding_about_an_endpoint_has_those_of_the_endpoint() {
    assertThat(FIRED.of(finding(Sample.HEADER, ONE))).isEqualTo(FIRED.of("one"));
  }

  @Test
  void a_finding_about_a_token_has_those_of_its_step_too() {
    assertThat(FIRED.of(finding(Sample.PERMISSION, null)))
        .containsExactly("permission-missing", "unused-points");
    assertThat(FIRED.of(finding(Sample.UNUSED, null))).containsExactly("unused-points");
  }

  @Test
  void what_is_fixed_has_none() {
    Finding fixed = finding(Sample.HEADER, ONE).as(FindingStatus.FIXED, Instant.EPOCH);
    assertThat(FIRED.of(fixed)).isEmpty();
  }

  private static Firing fired(RuleInfo rule, @Nullable String endpoint) {
    return new Firing(rule, "crm", endpoint);
  }

  private static Finding finding(RuleInfo rule, @Nullable Endpoint endpoint) {
    return Sample.finding(rule, endpoint, TOKEN, "seen");
  }
}
