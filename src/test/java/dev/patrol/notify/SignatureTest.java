package dev.patrol.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

  /** RFC 4231, test case 2. */
  @Test
  void it_is_the_hmac_of_the_standard() {
    assertThat(Signature.hex("Jefe", "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  /** Computed with another program: Python's hmac and base64. */
  @Test
  void an_empty_message_can_be_signed() {
    assertThat(Signature.base64("1700000000\nTESTONLY-key", ""))
        .isEqualTo("oi/bojlJ8FRS2ELXrUFqQS3VzVg8nmXNYgwd6IYdMs0=");
  }
}
