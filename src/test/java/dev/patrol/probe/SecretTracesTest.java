package dev.patrol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.PercentCode;
import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is searched for by hand is what a regular expression finds. */
class SecretTracesTest {
  /** A token and a text in which it, or most of it, may stand. */
  private record Given(String token, String text) {}

  @Property
  void a_token_is_found_where_an_expression_finds_it(@ForAll("given") Given given) {
    SecretTraces traces = new SecretTraces(new Secret(given.token()));
    Pattern forms = forms(given.token());
    String text = given.text();
    assertThat(traces.in(text))
        .isEqualTo(
            Redaction.holdsToken(text)
                || forms.matcher(text).find()
                || forms.matcher(PercentCode.decodeQuery(text)).find());
    assertThat(traces.redact(text))
        .isEqualTo(
            Redaction.mask(
                forms.matcher(text).replaceAll(Matcher.quoteReplacement(Redaction.MARK))));
  }

  @Example
  void each_of_its_forms_is_blotted_out() {
    SecretTraces traces = new SecretTraces(new Secret("Ab+%c"));
    for (String form : List.of("Ab+%c", "aB+%C", "%41b%2B%25c", "%61%62%2b%c", "Ab+%25%63")) {
      assertThat(traces.redact("<" + form + ">")).isEqualTo("<" + Redaction.MARK + ">");
      assertThat(traces.in("<" + form + ">")).isTrue();
    }
    assertThat(traces.in("<Ab+%>")).isFalse();
  }

  @Provide
  Arbitrary<Given> given() {
    Arbitrary<String> tokens =
        Arbitraries.strings().withChars("aB2%5_+.").ofMinLength(1).ofMaxLength(5);
    return tokens.flatMap(
        token -> {
          Arbitrary<String> pieces =
              Combinators.combine(
                      Arbitraries.integers().between(0, token.length() - 1),
                      Arbitraries.integers().between(0, 3))
                  .as((at, form) -> written(token.charAt(at), form));
          Arbitrary<String> whole =
              Arbitraries.integers()
                  .between(0, 3)
                  .list()
                  .ofSize(token.length())
                  .map(
                      written -> {
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < token.length(); i++) {
                          text.append(written(token.charAt(i), written.get(i)));
                        }
                        return text.toString();
                      });
          return Arbitraries.oneOf(pieces, whole, Arbitraries.of(" ", "%", "%2", "x"))
              .list()
              .ofMaxSize(6)
              .map(parts -> new Given(token, String.join("", parts)));
        });
  }

  private static String written(char c, int form) {
    String letter = Character.toString(c);
    return switch (form) {
      case 0 -> letter;
      case 1 -> letter.toUpperCase(Locale.ROOT);
      case 2 -> String.format(Locale.ROOT, "%%%02x", (int) c);
      default -> String.format(Locale.ROOT, "%%%02X", (int) Character.toUpperCase(c));
    };
  }

  private static Pattern forms(String token) {
    return Pattern.compile(
        token
            .chars()
            .mapToObj(
                c ->
                    String.format(
                        Locale.ROOT,
                        "(?:%s|%%%02x|%%%02x)",
                        Pattern.quote(Character.toString(c)),
                        Character.toLowerCase(c),
                        Character.toUpperCase(c)))
            .collect(Collectors.joining()),
        Pattern.CASE_INSENSITIVE);
  }
}
