package dev.patrol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://10.0.0.8:8443, https://10.0.0.8:8443",
    "https://proxy.example/, https://proxy.example",
    "HTTPS://Proxy.Example, https://proxy.example",
    "http://localhost, http://localhost",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://127.255.3.9, http://127.255.3.9",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void an_origin_is_https_or_this_machine(String text, String origin) {
    assertThat(Origin.origin().read(text)).hasToString(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.8",
        "http://api.coze.cn",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://128.0.0.1",
        "http://[::2]",
        "http://0.0.0.0",
        "ftp://127.0.0.1",
        "ws://localhost",
      })
  void cleartext_to_anywhere_else_is_refused(String text) {
    assertThatThrownBy(() -> Origin.origin().read(text))
        .isInstanceOf(UnexpectedValue.class)
        .hasMessageStartingWith("a token may travel in cleartext to this machine only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.8:8443",
        "https://",
        "https://user:made-up@10.0.0.8",
        "http://localhost@evil.example",
        "https://10.0.0.8/path",
        "https://10.0.0.8?query",
        "https://10.0.0.8#part",
        "https://10.0.0.8:99999",
        "https://a b",
        "https://a_b.example",
        "mailto:a@b.example",
      })
  void what_is_no_bare_origin_is_refused(String text) {
    assertThatThrownBy(() -> Origin.origin().read(text))
        .isInstanceOf(UnexpectedValue.class)
        .hasMessageStartingWith("expected an origin such as");
  }

  @ParameterizedTest
  @CsvSource({"API.coze.cn, api.coze.cn", "localhost:8888, localhost:8888", "[::1]:1, [::1]:1"})
  void a_host_is_read_in_lower_case(String text, String host) {
    assertThat(Origin.host().read(text)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a..b", "-a", "a:b", "a:123456", "a/b", "a@b", "*.coze.cn", "扣子.cn"})
  void what_is_no_host_is_refused(String text) {
    assertThatThrownBy(() -> Origin.host().read(text)).isInstanceOf(UnexpectedValue.class);
  }
}
