package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCheckTest {
  private static final String CHAT = "/v3/chat";
  private static final String TOKEN = "/api/permission/oauth2/token";
  private static final Catalog CATALOG = Catalog.standard();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n", "{}"})
  void all_required_fields_are_missing_from_nothing(@Nullable String body) {
    RequestCheck check = post(CHAT, body);

    assertThat(check.inBody().missing()).containsExactly("bot_id", "user_id");
    assertThat(check.bodyProblem()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bot_id\":\"7510000000000000001\",\"user_id\":\"u\"}",
        "{\"bot_id\":7510000000000000001,\"user_id\":0,\"meta_data\":{},\"stream\":false}",
        "{\"user_id\":\"Hello {name}\",\"bot_id\":\"1\",\"additional_messages\":[{\"role\":\"\"}]}"
      })
  void filled_body_is_fine(String body) {
    RequestCheck check = post(CHAT, body);

    assertThat(check.inBody()).isEqualTo(Parameters.fine());
    assertThat(check.bodyProblem()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \"", "[]", "{}"})
  void required_field_without_a_value_is_empty(String value) {
    Parameters inBody = post(CHAT, "{\"bot_id\":\"1\",\"user_id\":" + value + "}").inBody();

    assertThat(inBody.empty()).containsExactly("user_id");
    assertThat(inBody.missing()).isEmpty();
    assertThat(inBody.unfilled()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "7.51e18", "true", "\"my-bot\"", "[\"1\"]", "{\"id\":1}"})
  void id_must_be_a_whole_number_as_text_or_number(String value) {
    Parameters inBody = post(CHAT, "{\"bot_id\":" + value + ",\"user_id\":\"u\"}").inBody();

    assertThat(inBody.notNumeric()).containsExactly("bot_id");
    assertThat(inBody.unfilled()).isEmpty();
  }

  @Test
  void placeholders_in_required_fields_and_in_any_id_are_seen() {
    String body =
        "{\"bot_id\":\"{bot_id}\",\"user_id\":\"your_user_id\",\"conversation_id\":\"xxx\","
            + "\"app_id\":\"\",\"note\":\"{note}\"}";

    Parameters inBody = post(CHAT, body).inBody();

    assertThat(inBody.unfilled()).containsExactly("bot_id", "user_id", "conversation_id");
    assertThat(inBody.empty()).as("only required fields").isEmpty();
    assertThat(inBody.notNumeric()).isEmpty();
  }

  @Test
  void entries_of_an_id_list_are_judged() {
    String path = "/open_api/knowledge/document/delete";

    assertThat(post(path, "{\"document_ids\":[\"1\",2]}").inBody()).isEqualTo(Parameters.fine());
    assertThat(post(path, "{\"document_ids\":[\"1\",\"two\"]}").inBody().notNumeric())
        .containsExactly("document_ids");
    Parameters mixed = post(path, "{\"document_ids\":[\"two\",\":document_id\"]}").inBody();
    assertThat(mixed.unfilled()).containsExactly("document_ids");
    assertThat(mixed.notNumeric()).isEmpty();
  }

  @Test
  void required_object_may_hold_nothing_where_its_entries_are_optional() {
    String body = "{\"workflow_id\":\"1\",\"additional_messages\":[{}],\"parameters\":{}}";
    assertThat(post("/v1/workflows/chat", body).inBody()).isEqualTo(Parameters.fine());
    assertThat(
            post("/v1/workflows/chat", body.replace("\"parameters\":{}", "\"parameters\":null"))
                .inBody()
                .empty())
        .containsExactly("parameters");
    String call = "{\"tool_name\":\"t\",\"arguments\":{}}";
    assertThat(post("/v1/plugins/1/tools/call", call).inBody()).isEqualTo(Parameters.fine());
  }

  @Test
  void body_that_is_not_json_is_told_by_place_and_never_quoted() {
    RequestCheck check = post(CHAT, "{\"bot_id\": \"1\",\n \"key\": pat_TESTONLY000000000001}");

    assertThat(check.bodyProblem())
        .startsWith("not JSON at line 2, column ")
        .doesNotContain("pat_");
    assertThat(check.inBody()).isEqualTo(Parameters.fine());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"bot_id\":\"1\"|not JSON at line 1",
        "{\"bot_id\":\"1\",}|not JSON at line 1",
        "{'bot_id':'1'}|not JSON at line 1, column 2",
        "bot_id=1&user_id=2|not JSON at line 1",
        "{\"bot_id\":\"1\"} trailing|not JSON at line 1",
        "{\"bot_id\":\"1\"} {}|not JSON at line 1, column 16: more text after the value",
        "{\"bot_id\":\"1\",\"bot_id\":\"2\"}|not JSON at line 1, column 23: a field stands there twice",
        "[{\"bot_id\":\"1\"}]|expected a JSON object, got an array",
        "\"text\"|expected a JSON object, got a string",
        "12|expected a JSON object, got a number",
        "true|expected a JSON object, got true or false",
        "null|expected a JSON object, got null",
      })
  void body_must_be_one_json_object(String body, String problem) {
    assertThat(post(CHAT, body).bodyProblem()).startsWith(problem);
  }

  @Test
  void deeply_nested_body_is_judged_without_harm() {
    assertThat(post(CHAT, "[".repeat(100_000)).bodyProblem())
        .isEqualTo("not JSON: nested too deep, or a value too long");
    assertThat(post(CHAT, "{\"bot_id\":" + "[".repeat(900) + "]".repeat(900) + "}").inBody())
        .isNotNull();
  }

  @Test
  void multipart_operation_is_judged_only_when_it_is_given_json() {
    String path = "/v1/files/upload";

    assertThat(post(path, null).bodyProblem()).isNull();
    assertThat(post(path, null).inBody()).isEqualTo(Parameters.fine());
    assertThat(post(path, "--boundary").bodyProblem()).isNull();
    assertThat(post(path, "{\"file\":\"a.txt\"}").bodyProblem())
        .isEqualTo("expected multipart/form-data, got JSON");
  }

  @Test
  void multipart_body_of_a_json_operation_is_left_to_the_content_type() {
    RequestCheck check =
        CATALOG.check(
            "POST", address(CHAT), "--boundary", "Multipart/Form-Data; boundary=boundary");

    assertThat(check.operation()).isNotNull();
    assertThat(check.bodyProblem()).isNull();
    assertThat(check.inBody()).isEqualTo(Parameters.fine());
  }

  @Test
  void body_of_an_operation_without_one_is_ignored() {
    RequestCheck check = CATALOG.check("GET", address("/v1/workspaces"), "not json", null);

    assertThat(check.bodyProblem()).isNull();
    assertThat(check.inBody()).isEqualTo(Parameters.fine());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"grant_type\":\"authorization_code\"}|oauth-token-code",
        "{\"grant_type\":\"authorization_code\",\"code_verifier\":\"v\"}|oauth-token-pkce",
        "{\"grant_type\":\"refresh_token\"}|oauth-token-refresh",
        "{\"grant_type\":\"urn:ietf:params:oauth:grant-type:device_code\"}|oauth-token-device",
        "{\"grant_type\":\"urn:ietf:params:oauth:grant-type:jwt-bearer\"}|oauth-token-jwt",
        "{\"grant_type\":\"password\"}|oauth-token-jwt",
        "{\"grant_type\":7}|oauth-token-jwt",
        "{}|oauth-token-jwt",
        "not json|oauth-token-jwt",
      })
  void grant_type_tells_the_operations_of_the_token_endpoint_apart(String body, String id) {
    assertThat(post(TOKEN, body).operation()).isNotNull().extracting(Operation::id).isEqualTo(id);
  }

  @Test
  void fields_of_the_chosen_grant_are_required() {
    assertThat(post(TOKEN, "{\"grant_type\":\"refresh_token\"}").inBody().missing())
        .isEqualTo(List.of("client_id", "refresh_token"));
    assertThat(post(TOKEN, null).inBody().missing()).containsExactly("grant_type");
  }

  private static RequestCheck post(String path, @Nullable String body) {
    return CATALOG.check("POST", address(path), body, "application/json");
  }

  private static Address address(String path) {
    return Address.parse("https://api.coze.cn" + path);
  }
}
