package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
