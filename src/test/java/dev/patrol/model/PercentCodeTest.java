package dev.patrol.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentCodeTest {
  @ParameterizedTest
  @CsvSource({
    "a%20b, a b",
    "%e6%89%a3, 扣",
    "a+b, a+b",
    "100%, 100%",
    "%4, %4",
    "%zz%41, %zzA",
    "%-1%2, %-1%2",
    "%2541, %41"
  })
  void well_formed_escapes_are_decoded_and_others_stay(String text, String decoded) {
    assertThat(PercentCode.decode(text)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @CsvSource({"a+b, a b", "a%2Bb, a+b", "+%zz+, ' %zz '"})
  void a_plus_sign_is_a_space_in_a_query(String text, String decoded) {
    assertThat(PercentCode.decodeQuery(text)).isEqualTo(decoded);
  }

  @Property
  void what_was_encoded_is_decoded(@ForAll("texts") String text) {
    assertThat(PercentCode.decodeQuery(URLEncoder.encode(text, UTF_8))).isEqualTo(text);
  }

  @Property
  void no_text_is_refused(@ForAll String text) {
    assertThat(PercentCode.decode("%" + text + "%")).isNotEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().ascii().withChars("扣子é").ofMaxLength(40);
  }
}
