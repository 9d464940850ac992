package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
  private static final Catalog CATALOG = Catalog.standard();

  @Test
  void standard_catalog_holds_every_documented_operation_sorted_by_id() {
    assertThat(CATALOG.operations())
        .hasSize(135)
        .extracting(Operation::id)
        .isSorted()
        .contains("bot-get", "ws-chat", "oauth-token-pkce");
  }

  @Test
  void points_are_uncertain_where_the_vendor_does_not_tell_them() {
    assertThat(ids(operation -> !operation.pointsCertain()))
        .containsExactly(
            "audio-live-retrieve",
            "bot-unpublish",
            "copy-task-create",
            "template-duplicate",
            "user-me",
            "ws-simult-interpretation");
  }

  @Test
  void operations_that_certainly_need_no_point_are_three_besides_the_oauth_flow() {
    assertThat(ids(o -> o.permissions().isEmpty() && o.pointsCertain() && !o.isOAuthFlow()))
        .containsExactly("copy-task-get", "store-category-list", "store-plugin-list");
  }

  @Test
  void deprecated_operations_are_marked() {
    assertThat(ids(Operation::deprecated))
        .containsExactly("bot-get-online-info", "bot-list-published");
  }

  @Test
  void operation_is_found_by_its_id() {
    assertThat(CATALOG.operation("chat-message-list"))
        .hasValueSatisfying(
            operation -> {
              assertThat(operation.permissions()).containsExactly("chat", "listMessage");
              assertThat(operation.requiredQuery()).containsExactly("conversation_id", "chat_id");
            });
    assertThat(CATALOG.operation("Chat-Message-List")).isEmpty();
  }

  @Test
  void users_operation_is_added_and_matched(@TempDir Path folder) throws IOException {
    Catalog catalog = CATALOG.with(table(folder, row("thing-get", "GET", "/v9/things/{thing_id}")));

    assertThat(catalog.operations()).hasSize(136);
    assertThat(id(catalog, "GET", "/v9/things/abc")).isEqualTo("thing-get");
    assertThat(CATALOG.operations()).as("the other catalog stays as it was").hasSize(135);
  }

  @Test
  void users_operation_takes_the_place_of_the_one_with_its_id(@TempDir Path folder)
      throws IOException {
    Catalog catalog = CATALOG.with(table(folder, row("bot-get", "GET", "/v2/bots/{bot_id}")));

    assertThat(catalog.operations()).hasSize(135);
    assertThat(id(catalog, "GET", "/v2/bots/1")).isEqualTo("bot-get");
    assertThat(id(catalog, "GET", "/v1/bots/1")).isNull();
  }

  @Test
  void users_operation_takes_the_place_of_the_one_with_its_method_and_path(@TempDir Path folder)
      throws IOException {
    Catalog catalog = CATALOG.with(table(folder, row("my-bot", "GET", "/v1/bots/{agent}")));

    assertThat(catalog.operations()).hasSize(135);
    assertThat(catalog.operation("bot-get")).isEmpty();
    assertThat(id(catalog, "GET", "/v1/bots/1")).isEqualTo("my-bot");
  }

  @Test
  void replacing_one_grant_leaves_the_others_of_the_token_endpoint(@TempDir Path folder)
      throws IOException {
    String row = row("oauth-token-jwt", "POST", "/api/permission/oauth2/token");
    Catalog catalog = CATALOG.with(table(folder, row));

    assertThat(catalog.operations()).hasSize(135);
    assertThat(catalog.operation("oauth-token-jwt").orElseThrow().requiredBody()).isEmpty();
  }

  @Test
  void operations_swapped_by_the_user_are_both_kept(@TempDir Path folder) throws IOException {
    String rows =
        row("bot-get", "GET", "/v1/workflows/{workflow_id}")
            + row("workflow-get", "GET", "/v1/bots/{bot_id}");
    Catalog catalog = CATALOG.with(table(folder, rows));

    assertThat(catalog.operations()).hasSize(135);
    assertThat(id(catalog, "GET", "/v1/bots/1")).isEqualTo("workflow-get");
    assertThat(id(catalog, "GET", "/v1/workflows/1")).isEqualTo("bot-get");
  }

  @Test
  void shipped_table_can_be_the_users_table(@TempDir Path folder) throws IOException {
    Path copy = Files.write(folder.resolve("copy.csv"), Resources.bytes("operations.csv"));

    assertThat(CATALOG.with(copy).operations()).isEqualTo(CATALOG.operations());
  }

  @Test
  void problems_of_the_users_table_name_its_file(@TempDir Path folder) throws IOException {
    Path table = table(folder, row("thing-get", "FETCH", "/v9/things"));
    assertThatThrownBy(() -> CATALOG.with(table))
        .isInstanceOf(ProblemsException.class)
        .hasMessageStartingWith(table + ":2: method: expected one of ")
        .hasMessageEndingWith("got \"FETCH\"");

    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> CATALOG.with(none))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(none + ": expected a readable file, got NoSuchFileException");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void path_of_an_operation_matches_the_operation_itself(Operation operation) {
    RequestCheck check = CATALOG.check(operation.method(), filled(operation), null, null);

    assertThat(check.operation())
        .isNotNull()
        .extracting(Operation::signature)
        .isEqualTo(operation.signature());
    assertThat(check.wrongMethod()).isFalse();
    assertThat(check.nearest()).isNull();
    assertThat(check.inPath().unfilled()).isEmpty();
    assertThat(check.inPath().notNumeric()).isEmpty();
  }

  static List<Operation> operations() {
    return CATALOG.operations();
  }

  private static List<String> ids(Predicate<Operation> filter) {
    return CATALOG.operations().stream().filter(filter).map(Operation::id).toList();
  }

  private static @Nullable String id(Catalog catalog, String method, String path) {
    Address address = Address.parse("https://api.coze.cn" + path);
    Operation operation = catalog.check(method, address, null, null).operation();
    return operation == null ? null : operation.id();
  }

  private static String row(String id, String method, String path) {
    return String.join(",", id, method, path, "point", "account", "", "", "none", "none") + "\n";
  }

  private static Path table(Path folder, String rows) throws IOException {
    String header =
        "operation,method,path,permissions,permission_level,required_query,required_body,"
            + "body_type,side_effect\n";
    return Files.writeString(folder.resolve("my.csv"), header + rows);
  }

  private static Address filled(Operation operation) {
    String base = operation.isWebSocket() ? "wss://ws.coze.cn" : "https://api.coze.cn";
    String path = VARIABLE.matcher(operation.path()).replaceAll("7510000000000000001");
    return Address.parse(base + path);
  }
}
