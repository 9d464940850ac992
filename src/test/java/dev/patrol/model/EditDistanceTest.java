package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "api.coze.cn, api.coze.cn, 0",
    "api.coze.con, api.coze.com, 1",
    "api.coez.cn, api.coze.cn, 1",
    "api.coze.c, api.coze.cn, 1",
    "apii.coze.cn, api.coze.cn, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "'', abc, 3",
    "abcd, efgh, 4",
    "abcdef, ghijkl, 4",
    "a, abcdefgh, 4"
  })
  void slips_are_counted_up_to_one_more_than_the_limit(String a, String b, int slips) {
    assertThat(EditDistance.between(a, b, 3)).isEqualTo(slips);
  }

  @Property
  void both_directions_are_as_far(
      @ForAll("words") String a, @ForAll("words") String b, @ForAll @IntRange(max = 9) int limit) {
    int slips = EditDistance.between(a, b, limit);
    assertThat(slips).isBetween(Math.min(Math.abs(a.length() - b.length()), limit + 1), limit + 1);
    assertThat(slips).isEqualTo(EditDistance.between(b, a, limit));
    assertThat(slips == 0).isEqualTo(a.equals(b));
  }

  @Property
  void a_limit_only_cuts_what_is_farther(
      @ForAll("words") String a, @ForAll("words") String b, @ForAll @IntRange(max = 9) int limit) {
    assertThat(EditDistance.between(a, b, limit))
        .isEqualTo(Math.min(EditDistance.between(a, b, 100), limit + 1));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("abc.").ofMaxLength(8);
  }
}
