package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "text/plain; charset=utf-8, text/plain",
    " Application/vnd.api+json ;token=Zx9Q, Application/vnd.api+json",
    "Zx9Q, [REDACTED]",
    "Zx9Q/Hunter2, [REDACTED]",
    "application/json Zx9Q, [REDACTED]",
    ","
  })
  void of_a_content_type_only_the_media_type_is_shown(
      @Nullable String contentType, @Nullable String shown) {
    assertThat(
            Endpoint.builder("e1", "t1", "POST", "https://h/v1", new Place("endpoints.csv", 2))
                .contentType(contentType)
                .build()
                .mediaType())
        .isEqualTo(shown);
  }
}
