package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusedKeyTest {
  private static final String VALUE = "pat_TESTONLY000000000001";
  private static final String RETRIEVE =
      "/v3/chat/retrieve?conversation_id=7506600000000000011&chat_id=7507700000000000014";
  private static Client client;

  @BeforeAll
  static void start() {
    client = new Client(World.builder().token(TokenTruth.builder("mine", VALUE)).build());
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @Test
  void the_exact_header_is_accepted() throws IOException {
    assertThat(client.ask("GET", Client.CN, RETRIEVE, "Bearer " + VALUE, null).code())
        .isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{token}",
        "bearer {token}",
        "BEARER {token}",
        "Bearer{token}",
        "Bearer  {token}",
        "Bearer \"{token}\"",
        "'Bearer {token}'",
        "Bearer Bearer {token}",
        "Bearer {token};",
        "Bearer {token} {token}",
        "Bearer: {token}",
        "Token {token}",
        "Basic {token}",
        "Bearer <{token}>",
        "Bearer pat_***",
        "Bearer",
      })
  void anything_else_is_refused(String header) throws IOException {
    Client.Shown shown =
        client.ask("GET", Client.CN, RETRIEVE, header.replace("{token}", VALUE), null);
    assertThat(shown.brief()).isEqualTo("401 700012006");
    assertThat(shown.msg()).isEqualTo("access token invalid");
  }

  @Test
  void no_header_and_two_headers_are_refused() throws IOException {
    assertThat(client.ask("GET", Client.CN, RETRIEVE, null, null).brief())
        .isEqualTo("401 700012006");
    Request twice =
        new Request.Builder()
            .url(client.sandbox().uri() + RETRIEVE)
            .header("Host", Client.CN)
            .addHeader("Authorization", "Bearer " + VALUE)
            .addHeader("Authorization", "Bearer " + VALUE)
            .build();
    assertThat(client.ask(twice).brief()).isEqualTo("401 700012006");
  }

  @Test
  void a_token_is_unknown_on_the_other_site() throws IOException {
    assertThat(client.get(Client.COM, RETRIEVE, VALUE).brief()).isEqualTo("401 700012006");
  }

  @Test
  void the_token_in_the_query_does_not_count() throws IOException {
    assertThat(
            client
                .ask("GET", Client.CN, RETRIEVE + "&authorization=Bearer%20" + VALUE, null, null)
                .status())
        .isEqualTo(401);
    assertThat(client.sandbox().received().toString()).doesNotContain(VALUE);
  }

  @Test
  void every_documented_shape_of_refusal_occurs_on_both_sites() {
    for (Site site : Site.values()) {
      Set<String> shapes = new TreeSet<>();
      for (Operation operation : Catalog.standard().operations()) {
        shapes.add(Refusals.ofKey(operation, site));
      }
      assertThat(shapes).hasSize(3).contains("err-4101-bad-token-chat", "err-700012006-bad-token");
    }
  }
}
