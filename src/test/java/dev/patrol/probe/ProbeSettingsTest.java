package dev.patrol.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeSettingsTest {
  @Test
  void pins_the_defaults() {
    assertThat(ProbeSettings.defaults())
        .isEqualTo(
            new ProbeSettings(
                16,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                1024 * 1024,
                3,
                5,
                200,
                100_000,
                5,
                false,
                Map.of(Site.CN, Set.of("api.coze.cn"), Site.COM, Set.of("api.coze.com")),
                Set.of(),
                Map.of()));
  }

  @Test
  void refuses_what_makes_no_sense() {
    assertThatThrownBy(() -> ProbeSettings.builder().concurrency(0).build())
        .hasMessage("concurrency must be > 0, got 0");
    assertThatThrownBy(() -> ProbeSettings.builder().callTimeout(Duration.ZERO).build())
        .hasMessage("call timeout must be > 0, got PT0S");
    assertThatThrownBy(() -> ProbeSettings.builder().selfHosted(List.of("https://a.example")))
        .hasMessage(
            "expected a host such as api.coze.cn or coze.example.internal:8888, got"
                + " \"https://a.example\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.coze.cn=http://127.0.0.1:8080",
        "api.coze.cn=http://localhost:8080/",
        "api.coze.cn=http://[::1]:8080",
        "api.coze.cn:443=https://gateway.example:8443",
      })
  void reads_routes(String text) {
    assertThat(Route.parse(text).host()).isEqualTo("api.coze.cn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.coze.cn",
        "api.coze.cn=",
        "=http://127.0.0.1",
        "api.coze.cn=ftp://127.0.0.1",
        "api.coze.cn=http://127.0.0.1/path",
        "api.coze.cn=http://127.0.0.1/?q",
        "api.coze.cn=https://user@gateway.example",
        "https://api.coze.cn=http://127.0.0.1:8080",
      })
  void refuses_what_is_not_a_route(String text) {
    assertThatThrownBy(() -> Route.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("route");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1:8080",
        "http://gateway.example",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://0.0.0.0",
        "http://[::2]"
      })
  void refuses_clear_text_to_another_machine(String target) {
    assertThatThrownBy(() -> Route.parse("api.coze.cn=" + target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "route for api.coze.cn: a token may go in clear text to a loopback address only");
  }
}
