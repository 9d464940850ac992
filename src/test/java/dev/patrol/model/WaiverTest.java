package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaiverTest {
  private static final Instant UNTIL = Instant.parse("2026-12-31T15:59:59.999999999Z");

  private static Waiver waiver(
      @Nullable String token, @Nullable String endpoint, @Nullable String workspace) {
    return new Waiver(
        "key-lost",
        token,
        endpoint,
        workspace,
        "reason",
        "Li Wei",
        UNTIL,
        Map.of(),
        new Place("waivers.csv", 2));
  }

  @Property
  void a_pattern_fits_as_the_same_regular_expression_does(
      @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 8) String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String value) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    assertThat(Glob.matches(pattern, value)).isEqualTo(value.matches(regex));
  }

  @Test
  void a_pattern_is_for_the_whole_value_and_knows_no_other_wildcard() {
    assertThat(Glob.matches("sales-*", "sales-pat")).isTrue();
    assertThat(Glob.matches("sales", "sales-pat")).isFalse();
    assertThat(Glob.matches("Sales-*", "sales-pat")).isFalse();
    assertThat(Glob.matches("sales-???", "sales-pat")).isFalse();
    assertThat(Glob.matches("[a-z]*", "sales-pat")).isFalse();
  }

  @Test
  void what_a_finding_lacks_is_met_by_a_star_alone_and_by_no_pattern() {
    assertThat(waiver("*", null, null).isAbout(null, null, null)).isTrue();
    assertThat(waiver("*", "e*", null).isAbout("t1", null, null)).isFalse();
    assertThat(waiver("t1", null, null).isAbout("t1", "e1", "w1")).isTrue();
    assertThat(waiver("t1", null, "w2").isAbout("t1", "e1", "w1")).isFalse();
  }

  @Test
  void its_key_is_what_it_covers_and_until_when() {
    assertThat(waiver("t*", null, "w1").key())
        .isEqualTo("key-lost, token t*, workspace w1, until 2026-12-31T15:59:59Z");
  }

  @Test
  void one_without_any_pattern_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> waiver(null, null, null));
  }
}
