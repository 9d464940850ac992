package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Policy POLICY =
      with(
          Map.of("most", "3", "share", "0.5", "strict", "True", "domain", "example.com"),
          Map.of("owners", List.of("Li Wei", " wang fang "), "nobody", List.of()));

  private static Policy with(Map<String, String> values, Map<String, List<String>> lists) {
    Policy or = Policy.DEFAULT;
    return new Policy(
        or.expiryDays(),
        or.productionEnvironments(),
        or.fewWorkspaces(),
        or.nearLimit(),
        or.limits(),
        or.patLifetimeDays(),
        or.patsUnlimitedBefore(),
        or.deadNights(),
        or.flappingChanges(),
        or.selfHosted(),
        values,
        lists);
  }

  @Test
  void values_are_read_as_what_the_rule_asks_for() {
    assertThat(POLICY.number("most", 2)).isEqualTo(3);
    assertThat(POLICY.decimal("share", 1)).isEqualTo(0.5);
    assertThat(POLICY.decimal("most", 1)).isEqualTo(3);
    assertThat(POLICY.flag("strict", false)).isTrue();
    assertThat(POLICY.text("domain", "")).isEqualTo("example.com");
    assertThat(POLICY.texts("owners")).containsExactly("Li Wei", " wang fang ");
    assertThat(POLICY.texts("domain")).containsExactly("example.com");
  }

  @Test
  void what_is_not_set_has_its_fallback() {
    assertThat(POLICY.number("x", 2)).isEqualTo(2);
    assertThat(POLICY.decimal("x", 0.9)).isEqualTo(0.9);
    assertThat(POLICY.flag("x", true)).isTrue();
    assertThat(POLICY.text("x", "y")).isEqualTo("y");
    assertThat(POLICY.texts("x")).isEmpty();
    assertThat(POLICY.has("x")).isFalse();
    assertThat(POLICY.has("nobody")).isTrue();
    assertThat(POLICY.has("most")).isTrue();
  }

  @Test
  void a_name_is_listed_in_whatever_letters() {
    assertThat(POLICY.listed("owners", "LI WEI")).isTrue();
    assertThat(POLICY.listed("owners", "Wang Fang")).isTrue();
    assertThat(POLICY.listed("owners", "Li")).isFalse();
    assertThat(POLICY.listed("owners", null)).isFalse();
    assertThat(POLICY.listed("x", "Li Wei")).isFalse();
  }

  @Test
  void a_value_of_another_kind_names_the_setting() {
    assertThatThrownBy(() -> POLICY.number("domain", 2))
        .hasMessage("policy.values.domain: expected a whole number, got \"example.com\"");
    assertThatThrownBy(() -> POLICY.number("share", 2))
        .hasMessage("policy.values.share: expected a whole number, got \"0.5\"");
    assertThatThrownBy(() -> POLICY.decimal("domain", 2))
        .hasMessage("policy.values.domain: expected a number, got \"example.com\"");
    assertThatThrownBy(() -> POLICY.flag("most", true))
        .hasMessage("policy.values.most: expected true or false, got \"3\"");
    assertThatThrownBy(() -> POLICY.text("owners", ""))
        .hasMessage("policy.values.owners: expected a text, got a list");
  }
}
