package dev.patrol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @Property
  void a_printed_span_reads_as_the_same_span(
      @ForAll @LongRange(min = 0, max = 999_999_999) long millis) {
    Duration span = Duration.ofMillis(millis);
    assertThat(Amount.duration(Amount.text(span))).isEqualTo(span);
  }

  @Property
  void a_printed_size_reads_as_the_same_size(
      @ForAll @LongRange(min = 0, max = 999_999_999) long bytes) {
    assertThat(Amount.bytes(Amount.text(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "1 s s", "10sec", "1MiB", "9999999999s"})
  void other_text_is_no_span(String text) {
    assertThatThrownBy(() -> Amount.duration(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "MiB", "1MB", "1mib", "10s"})
  void other_text_is_no_size(String text) {
    assertThatThrownBy(() -> Amount.bytes(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
