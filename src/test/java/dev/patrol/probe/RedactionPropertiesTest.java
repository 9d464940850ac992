package dev.patrol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Secret;
import java.net.URLEncoder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactionPropertiesTest {
  @Property
  void a_reply_never_holds_the_token(
      @ForAll("tokens") String token, @ForAll String before, @ForAll String after) {
    SecretTraces traces = new SecretTraces(new Secret(token));
    ReplyText texts = new ReplyText(traces);
    String encoded = URLEncoder.encode(token, UTF_8);
    for (String form : List.of(token, encoded, allEncoded(token))) {
      assertThat(String.valueOf(texts.message(before + form + after))).doesNotContain(form);
      assertThat(String.valueOf(texts.name(before + form + after))).doesNotContain(form);
      assertThat(traces.in(before + form + after)).isTrue();
    }
  }

  @Property
  void no_text_is_too_odd_to_be_read(@ForAll int status, @ForAll String text) {
    AnswerReader reader =
        new AnswerReader(
            Samples.MEANINGS, new SecretTraces(new Secret(Samples.TOKEN)), status, null);
    for (String type : List.of("application/json", "text/event-stream", "")) {
      for (String form : List.of(text, "{\"code\":" + text + "}", "event: error\ndata:" + text)) {
        assertThat(reader.read(type, form).httpStatus()).isEqualTo(status);
      }
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(16).ofMaxLength(80);
  }

  private static String allEncoded(String token) {
    StringBuilder encoded = new StringBuilder();
    token.chars().forEach(c -> encoded.append('%').append(Integer.toHexString(c)));
    return encoded.toString();
  }
}
