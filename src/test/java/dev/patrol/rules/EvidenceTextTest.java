package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EvidenceTextTest {
  private static final Object[] VALUES = {"a %s", 7, List.of("x", "y"), 123_456_789L, null};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "%s",
        "%s and %d",
        "%s%d%s%d%s",
        "100 %% of %s",
        "%5d%s",
        "%2$d of %1$s",
        "%s %d %s %,d",
        "%s %x",
        "%S",
        "%s%n",
        "%s %.2s",
      })
  void patterns_are_filled_in_as_a_formatter_does(String pattern) {
    Object[] values = pattern.equals("%5d%s") ? new Object[] {7, "b"} : VALUES;
    assertThat(EvidenceText.of(pattern, values))
        .isEqualTo(String.format(Locale.ROOT, pattern, values));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "ends in %", "%s %q", "%d", "%s %s %s %s %s %s"})
  void wrong_patterns_are_refused_as_a_formatter_does(String pattern) {
    assertThatThrownBy(() -> EvidenceText.of(pattern, VALUES))
        .isInstanceOf(IllegalFormatException.class);
  }

  @Test
  void without_values_a_pattern_is_a_text() {
    assertThat(EvidenceText.of("100 % and %s")).isEqualTo("100 % and %s");
  }

  @Test
  void null_has_a_word() {
    Object[] nothing = Arrays.asList((Object) null).toArray();
    assertThat(EvidenceText.of("%s", nothing)).isEqualTo("null");
  }
}
