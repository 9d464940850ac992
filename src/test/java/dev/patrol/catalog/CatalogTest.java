package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

  private static Address filled(Operation operation) {
    String base = operation.isWebSocket() ? "wss://ws.coze.cn" : "https://api.coze.cn";
    String path = VARIABLE.matcher(operation.path()).replaceAll("7510000000000000001");
    return Address.parse(base + path);
  }
}
