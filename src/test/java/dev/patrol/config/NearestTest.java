package dev.patrol.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("zone", "routes", "rules", "fail-on", "production-environments");

  @ParameterizedTest
  @CsvSource({
    "zone, zone",
    "ZONE, zone",
    "zoen, zone",
    "rule, rules",
    "fail_on, fail-on",
    "failOn, fail-on",
    "productionEnvironment, production-environments",
  })
  void the_nearest_name_is_found(String typed, String meant) {
    assertThat(Nearest.to(typed, NAMES)).contains(meant);
  }

  @Test
  void a_name_that_resembles_none_gets_no_suggestion() {
    assertThat(Nearest.to("colour", NAMES)).isEmpty();
    assertThat(Nearest.to("", NAMES)).isEmpty();
    assertThat(Nearest.to("zone", List.of())).isEmpty();
  }

  @Test
  void among_equally_near_names_the_first_of_the_alphabet_is_taken() {
    assertThat(Nearest.to("bat", List.of("cat", "bar"))).contains("bar");
  }
}
