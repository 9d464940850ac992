package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaStartTest {
  /** What fails there is passed over, and rules would only be slower. */
  @Test
  void the_first_source_compiles() {
    assertThat(JavaStart.compile().keySet()).containsExactly("patrol.start.Start");
  }
}
