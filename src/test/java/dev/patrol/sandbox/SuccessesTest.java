package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.catalog.Catalog;
import dev.patrol.model.BodyType;
import dev.patrol.model.Operation;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SuccessesTest {
  private static final String ALL = "pat_TESTONLY000000000001";
  private static final String TWO = "pat_TESTONLY000000000002";
  private static final String CORP = "pat_TESTONLY000000000003";
  private static final String ID = "7599900000000000001";
  private static Client client;

  @BeforeAll
  static void start() {
    client =
        new Client(
            World.builder()
                .account("9", new AccountTruth("team", AccountTruth.UNLIMITED, "err-4019-overdue"))
                .token(TokenTruth.builder("all", ALL))
                .token(TokenTruth.builder("two", TWO).workspaces("3", "1").account("9"))
                .token(TokenTruth.builder("third", "pat_TESTONLY4").workspaces("2").account("9"))
                .token(TokenTruth.builder("corp", CORP).workspaces("5").account("volcano_21"))
                .build());
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  static List<Operation> operations() {
    return Catalog.standard().operations().stream()
        .filter(operation -> !operation.isOAuthFlow() && !operation.isWebSocket())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_documented_operation_succeeds_when_nothing_is_wrong(Operation operation)
      throws IOException {
    Client.Shown shown = client.ask(wellFormed(operation));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.code()).as(shown.body()).isEqualTo("0");
    assertThat(shown.logid()).matches("[0-9]{14}[0-9A-F]{20}");
    assertThat(shown.json().at("/detail/logid").asText(shown.logid())).isEqualTo(shown.logid());
  }

  @Test
  void the_ids_that_were_asked_for_come_back() throws IOException {
    assertThat(client.get(Client.CN, "/v1/bots/" + ID, ALL).json().at("/data/bot_id").asText())
        .isEqualTo(ID);
    JsonNode chat =
        client
            .get(Client.CN, "/v3/chat/retrieve?conversation_id=" + ID + "&chat_id=77", ALL)
            .json();
    assertThat(chat.at("/data/conversation_id").asText()).isEqualTo(ID);
    assertThat(chat.at("/data/id").asText()).isEqualTo("77");
    assertThat(
            client
                .get(Client.CN, "/v1/conversation/retrieve?conversation_id=" + ID, ALL)
                .json()
                .at("/data/id")
                .asText())
        .isEqualTo(ID);
    assertThat(
            client
                .get(Client.CN, "/v1/workflows/" + ID, ALL)
                .json()
                .at("/data/workflow_id")
                .asText())
        .isEqualTo(ID);
  }

  @Test
  void workspaces_of_the_account_are_listed_by_pages() throws IOException {
    assertThat(workspaces("/v1/workspaces", TWO)).containsExactly("1", "2", "3");
    assertThat(workspaces("/v1/workspaces?page_num=2&page_size=2", TWO)).containsExactly("3");
    assertThat(workspaces("/v1/workspaces?page_num=0&page_size=-1", TWO)).hasSize(3);
    JsonNode corp = client.get(Client.CN, "/v1/workspaces", CORP).json();
    assertThat(corp.at("/data/workspaces/0/enterprise_id").asText()).isEqualTo("volcano_21");
    assertThat(corp.at("/data/total_count").asInt()).isEqualTo(1);
  }

  @Test
  void the_account_tells_the_edition() throws IOException {
    String target = "/v1/commerce/benefit/benefits/get";
    assertThat(client.get(Client.CN, target, TWO).json().at("/data/basic_info/user_level").asText())
        .isEqualTo("team");
    assertThat(client.get(Client.CN, target, ALL).json().at("/data/basic_info/user_level").asText())
        .isEqualTo("free");
  }

  private static List<String> workspaces(String target, String token) throws IOException {
    JsonNode listed = client.get(Client.CN, target, token).json().at("/data/workspaces");
    return StreamSupport.stream(listed.spliterator(), false)
        .map(workspace -> workspace.path("id").asText())
        .toList();
  }

  private static Request wellFormed(Operation operation) {
    String path = operation.path().replaceAll("\\{[^}]+}", ID);
    String query =
        operation.requiredQuery().stream()
            .map(name -> name + "=" + value(name))
            .collect(Collectors.joining("&"));
    return new Request.Builder()
        .url(client.sandbox().uri() + path + (query.isEmpty() ? "" : "?" + query))
        .header("Host", Client.CN)
        .header("Authorization", "Bearer " + ALL)
        .method(operation.method(), operation.method().equals("GET") ? null : body(operation))
        .build();
  }

  private static RequestBody body(Operation operation) {
    if (operation.bodyType() == BodyType.MULTIPART) {
      return new MultipartBody.Builder().addFormDataPart("file", "content").build();
    }
    ObjectNode body = new ObjectMapper().createObjectNode();
    operation.requiredBody().forEach(name -> body.put(name, value(name)));
    return RequestBody.create(body.toString(), okhttp3.MediaType.get("application/json"));
  }

  private static String value(String name) {
    return name.endsWith("id") ? ID : "1";
  }
}
