package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StudioSiteTest {
  private static final String HOST = "studio.example.com:8888";
  private static final String VALUE = "pat_TESTONLY000000000001";
  private static Client client;

  @BeforeAll
  static void start() {
    client =
        new Client(
            World.builder()
                .selfHosted(HOST)
                .resource("7502200000000000018", "7501100000000000029")
                .resource("7505500000000000018", "7501100000000000029")
                .missing("7502200000000000404")
                .missing("7506600000000000404")
                .token(
                    TokenTruth.builder("mine", VALUE)
                        .host(HOST)
                        .permissions()
                        .workspaces("7501100000000000011"))
                .token(TokenTruth.builder("hosted", "pat_TESTONLY000000000002"))
                .build());
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/workspaces, 401 401",
    "/v1/users/me, 401 401",
    "/v1/no/such/path, 401 401",
    "/v1/bot/get_online_info?bot_id=7502200000000000017, 200 0",
    "/v1/workflow/get_run_history?workflow_id=7505500000000000015, 200 0",
    "/v1/bot/get_online_info?bot_id=7502200000000000404, 200 100000003",
    "/v1/bot/get_online_info?bot_id=7502200000000000018, 200 110000001",
    "/v1/workflows/7505500000000000018, 200 720701013",
    "/v1/conversation/retrieve?conversation_id=7506600000000000404, 500 500",
    "/v1/bot/get_online_info, 400 400",
  })
  void answers_have_the_shapes_of_an_installation(String target, String expected)
      throws IOException {
    Client.Shown shown = client.get(HOST, target, VALUE);
    assertThat(shown.brief()).as(shown.body()).isEqualTo(expected);
    assertThat(shown.logid()).isEmpty();
    assertThat(shown.json().has("detail")).isFalse();
  }

  @Test
  void a_refused_key_says_why() throws IOException {
    String target = "/v1/bot/get_online_info?bot_id=7502200000000000017";
    assertThat(client.ask("GET", HOST, target, null, null).msg())
        .isEqualTo("authentication failed: missing authorization in header");
    assertThat(client.ask("GET", HOST, target, VALUE, null).msg())
        .isEqualTo("authentication failed: missing api_key in request");
    Client.Shown unknown = client.get(HOST, target, "pat_TESTONLY000000000002");
    assertThat(unknown.brief()).isEqualTo("200 700012006");
    assertThat(unknown.msg()).isEqualTo("authentication failed: CheckPermission failed");
  }
}
