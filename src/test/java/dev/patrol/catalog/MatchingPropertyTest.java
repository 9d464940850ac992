package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class MatchingPropertyTest {
  private static final String VALUE = "7510000000000000001";
  private static final Catalog CATALOG = Catalog.standard();
  private static final List<Operation> HTTP =
      CATALOG.operations().stream().filter(operation -> !operation.isWebSocket()).toList();
  private static final PathIndex INDEX = new PathIndex(HTTP);

  @Property
  void no_text_makes_the_check_throw(
      @ForAll String method,
      @ForAll String url,
      @ForAll String path,
      @ForAll String body,
      @ForAll String contentType) {
    Address address = Address.parse("https://api.coze.cn/v1/bots/" + path + "?" + url);
    assertThat(CATALOG.check(method, Address.parse(url), body, contentType)).isNotNull();
    assertThat(CATALOG.check("GET", address, null, null)).isNotNull();
    assertThat(CATALOG.check("POST", Address.parse("wss://" + url), body, null)).isNotNull();
    assertThat(CATALOG.check("POST", Address.parse("https://h/v3/chat"), body, null)).isNotNull();
  }

  @Property
  void path_matches_the_most_literal_of_all_templates(
      @ForAll @Size(min = 1, max = 6) List<@From("segments") String> segments) {
    List<Operation> matched = INDEX.match(segments);

    String expected = mostLiteral(segments);
    if (expected == null) {
      assertThat(matched).isEmpty();
    } else {
      assertThat(matched)
          .isNotEmpty()
          .allMatch(operation -> PathTemplate.of(operation.path()).shape().equals(expected));
    }
  }

  @Property
  void slip_of_the_keyboard_in_a_word_of_the_path_suggests_the_operation(
      @ForAll("operations") Operation operation,
      @ForAll @IntRange(max = 5) int which,
      @ForAll @IntRange(max = 30) int where,
      @ForAll("slips") Slip slip) {
    List<String> segments = new ArrayList<>(PathTemplate.of(operation.path()).segments());
    List<Integer> words =
        IntStream.range(0, segments.size())
            .filter(i -> segments.get(i).length() >= 5)
            .filter(i -> !PathTemplate.isVariable(segments.get(i)))
            .boxed()
            .toList();
    Assume.that(!words.isEmpty());
    int word = words.get(which % words.size());
    segments.replaceAll(segment -> PathTemplate.isVariable(segment) ? VALUE : segment);
    segments.set(word, slip.in(segments.get(word), where));
    Assume.that(INDEX.match(segments).isEmpty());

    assertThat(check(operation, segments).nearest()).isEqualTo(operation.signature());
  }

  @Property
  void documented_path_with_an_undocumented_method_suggests_the_path(
      @ForAll("operations") Operation operation, @ForAll("methods") String method) {
    List<String> segments = new ArrayList<>(PathTemplate.of(operation.path()).segments());
    segments.replaceAll(segment -> PathTemplate.isVariable(segment) ? VALUE : segment);
    Assume.that(INDEX.match(segments).stream().noneMatch(known -> known.method().equals(method)));

    RequestCheck check =
        CATALOG.check(method, Address.parse("https://h/" + String.join("/", segments)), null, null);

    assertThat(check.wrongMethod()).isTrue();
    assertThat(check.nearest()).endsWith(" " + operation.path());
  }

  /** One of the four ways to mistype a word. */
  enum Slip {
    LEFT_OUT,
    DOUBLED,
    REPLACED,
    SWAPPED;

    String in(String word, int where) {
      int at = where % (word.length() - 1);
      String head = word.substring(0, at);
      String tail = word.substring(at + 1);
      char letter = word.charAt(at);
      return switch (this) {
        case LEFT_OUT -> head + tail;
        case DOUBLED -> head + letter + letter + tail;
        case REPLACED -> head + 'q' + tail;
        case SWAPPED -> head + tail.charAt(0) + letter + tail.substring(1);
      };
    }
  }

  @Provide
  Arbitrary<Slip> slips() {
    return Arbitraries.of(Slip.class);
  }

  @Provide
  Arbitrary<Operation> operations() {
    return Arbitraries.of(HTTP);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "POST", "PUT", "DELETE", "PATCH");
  }

  @Provide
  Arbitrary<String> segments() {
    List<String> known =
        HTTP.stream()
            .flatMap(operation -> PathTemplate.of(operation.path()).segments().stream())
            .map(segment -> PathTemplate.isVariable(segment) ? VALUE : segment)
            .distinct()
            .toList();
    return Arbitraries.oneOf(
        Arbitraries.of(known),
        Arbitraries.of("v1", "v3", "bots", "workflows", "plugins", "", VALUE));
  }

  private static RequestCheck check(Operation operation, List<String> segments) {
    Address address = Address.parse("https://api.coze.cn/" + String.join("/", segments));
    return CATALOG.check(operation.method(), address, null, null);
  }

  private static @Nullable String mostLiteral(List<String> segments) {
    return HTTP.stream()
        .map(operation -> PathTemplate.of(operation.path()))
        .filter(template -> matches(template.segments(), segments))
        .max(
            Comparator.comparing(
                    (PathTemplate template) ->
                        template.segments().stream()
                            .filter(s -> !PathTemplate.isVariable(s))
                            .count())
                .thenComparing(MatchingPropertyTest::literalsFromTheLeft))
        .map(PathTemplate::shape)
        .orElse(null);
  }

  private static String literalsFromTheLeft(PathTemplate template) {
    StringBuilder marks = new StringBuilder();
    template.segments().forEach(s -> marks.append(PathTemplate.isVariable(s) ? '0' : '1'));
    return marks.toString();
  }

  private static boolean matches(List<String> template, List<String> segments) {
    return template.size() == segments.size()
        && IntStream.range(0, template.size())
            .allMatch(
                i ->
                    PathTemplate.isVariable(template.get(i))
                        ? !segments.get(i).isEmpty()
                        : template.get(i).equals(segments.get(i)));
  }
}
