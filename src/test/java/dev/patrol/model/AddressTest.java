package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Address.QueryParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "api.coze.cn, true",
    "api.coze.con, true",
    "api.coze.com, true",
    "apicoze.cm, true",
    "ap.coz.c, true",
    "a.coz.c, false",
    "open.coze.cn, true",
    "coze.example.internal, false",
    "api.example.com, false"
  })
  void a_host_within_three_slips_or_of_the_domain_resembles(String host, boolean resembles) {
    assertThat(Address.parse("https://" + host + "/v1").resembles("api.coze.cn"))
        .isEqualTo(resembles);
  }

  @ParameterizedTest
  @CsvSource({
    "https://admin:Hunter2@api.coze.cn/v1?a=1@2, https, api.coze.cn, /v1",
    "https://admin@API.coze.cn:8443/v1, https, api.coze.cn, /v1",
    "https://admin:Hu/nt?er#2@api.coze.cn/v1, https, api.coze.cn, /v1",
    "https://admin:Hu@n/ter2@api.coze.cn/v1, https, api.coze.cn, /v1",
    "https://admin:Hunter2%40api.coze.cn/v1, https, api.coze.cn, /v1",
    "admin:Hunter2@api.coze.cn/v1, '', api.coze.cn, /v1",
    "https:/admin:Hunter2@api.coze.cn/v1, '', api.coze.cn, /v1",
    "//admin:Hunter2@api.coze.cn/v1, '', api.coze.cn, /v1"
  })
  void a_user_is_split_off_the_host(String url, String scheme, String host, String path) {
    Address address = Address.parse(url);
    assertThat(address.userInfo()).isTrue();
    assertThat(address.scheme()).isEqualTo(scheme);
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.path()).isEqualTo(path);
    assertThat(Redaction.url(url))
        .contains("[REDACTED]@")
        .doesNotContain("unt")
        .doesNotContain("Hu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.coze.cn/v1/users/@me",
        "https://api.coze.cn:8443/v1?mail=a@b.example",
        "https://[::1]:8080/v1/@me",
        "api.coze.cn:443/v1#@",
        "/v1/bots"
      })
  void an_at_sign_elsewhere_names_no_user(String url) {
    assertThat(Address.parse(url).userInfo()).isFalse();
    assertThat(Redaction.url(url)).isEqualTo(url);
  }

  @Test
  void a_query_is_taken_apart_as_written() {
    assertThat(Address.parse("https://api.coze.cn/v1?a=1&&b&c==%20&=d").query())
        .containsExactly(
            new QueryParameter("a", "1"),
            new QueryParameter("b", ""),
            new QueryParameter("c", "=%20"),
            new QueryParameter("", "d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token=x",
        "Token=",
        "API_KEY",
        "to%6ben=x",
        "a={token}",
        "a=%7Btoken%7D",
        "a=Bearer%20pat_TESTONLY000000000001",
        "a=pat%5FTESTONLY000000000001",
        "a=%zz&pat%5FTESTONLY000000000001",
        "pat_TESTONLY000000000001",
        "{token}=1"
      })
  void a_parameter_carries_a_token_by_name_or_by_value(String pair) {
    assertThat(QueryParameter.of(pair).carriesToken()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "=", "bot_id=1", "page_token=1", "a=token", "a=100%", "a=%7Btoken", "%=pat_%"})
  void a_parameter_without_a_token_is_told_apart(String pair) {
    assertThat(QueryParameter.of(pair).carriesToken()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&access%5Ftoken=x, access_token",
    "a=%7Btoken%7D&token=x, a",
    "pat%5FTESTONLY000000000001, pat_[REDACTED]",
    "a=1,"
  })
  void an_endpoint_names_the_parameter_and_never_the_token(String query, @Nullable String name) {
    String url = "https://api.coze.cn/v1/bots?" + query;
    assertThat(
            Endpoint.builder("e1", "t1", "GET", url, new Place("endpoints.csv", 2))
                .build()
                .tokenParameter())
        .isEqualTo(name);
  }
}
