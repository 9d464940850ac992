package dev.patrol.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patrol.model.BodyType;
import dev.patrol.model.Level;
import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTableTest {
  private static final String HEADER =
      "operation,method,path,permissions,permission_level,required_query,required_body,body_type,"
          + "side_effect\n";

  @Test
  void columns_stand_in_any_order_and_unknown_ones_are_ignored() {
    String table =
        "\uFEFFpath,color,method,operation,side_effect,body_type,required_body,required_query,"
            + "permission_level,permissions\r\n"
            + "/v9/things/{thing_id},red,POST,thing-make,write,json,name;kind,,workspace,makeThing;"
            + "Thing.make\r\n";

    List<Operation> operations = OperationTable.read("my.csv", table.getBytes(UTF_8));

    assertThat(operations).hasSize(1);
    Operation operation = operations.get(0);
    assertThat(operation.signature()).isEqualTo("POST /v9/things/{thing_id}");
    assertThat(operation.permissions()).containsExactly("Thing.make", "makeThing");
    assertThat(operation.requiredBody()).containsExactly("name", "kind");
    assertThat(operation.requiredQuery()).isEmpty();
    assertThat(operation.level()).isEqualTo(Level.WORKSPACE);
    assertThat(operation.bodyType()).isEqualTo(BodyType.JSON);
    assertThat(operation.sideEffect()).isEqualTo(SideEffect.WRITE);
    assertThat(operation.pointsCertain()).isTrue();
    assertThat(operation.deprecated()).isFalse();
  }

  @Test
  void all_problems_are_reported_at_once_with_line_column_value_and_expectation() {
    String table =
        HEADER
            + "Bot Get,get,v1/bots,a b,here,,,yaml,none\n"
            + "\n"
            + "ok,GET,/v1/ok,,account,,,none\n"
            + "ok,GET,/v1/{x}/{x},,account,a;a,,none,none\n"
            + "fine,GET,/v1/fine,,account,,,none,none\n"
            + "fine,GET,/v1/{one},,account,,,none,none\n"
            + "other,GET,/v1/{two},,account,,,none,none\n";

    assertThat(problems(table))
        .containsExactly(
            "my.csv:2: body_type: expected one of json, multipart, none, got \"yaml\"",
            "my.csv:2: method: expected one of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, WS,"
                + " got \"get\"",
            "my.csv:2: operation: expected an id such as bot-get, got \"Bot Get\"",
            "my.csv:2: path: expected a path such as /v1/bots/{bot_id}, got \"v1/bots\"",
            "my.csv:2: permission_level: expected one of workspace, account, enterprise, unknown,"
                + " got \"here\"",
            "my.csv:2: permissions: expected names separated by semicolons, got \"a b\"",
            "my.csv:4: expected 9 cells, got 8",
            "my.csv:5: path: expected variables of different names, got \"/v1/{x}/{x}\"",
            "my.csv:5: required_query: expected each name once, got \"a;a\"",
            "my.csv:7: operation: expected a value of its own, already used in line 6, got \"fine\"",
            "my.csv:8: path: expected a value of its own, already used in line 7, got \"GET"
                + " /v1/{}\"");
  }

  @Test
  void line_of_a_row_is_where_it_starts() {
    String table =
        HEADER.replace("side_effect", "side_effect,notes")
            + "one,GET,/v1/one,,account,,,none,none,\"first\nsecond\"\n"
            + "two,GET,/v1/two,,account,,,none,maybe,\"first\nsecond\"\n";

    assertThat(problems(table))
        .containsExactly("my.csv:4: side_effect: expected one of none, write, cost, got \"maybe\"");
  }

  @Test
  void missing_and_doubled_columns_are_named() {
    assertThat(problems("operation,method,method,path,permissions,permission_level,body_type\n"))
        .containsExactly(
            "my.csv:1: method: expected one column of this name, got two",
            "my.csv:1: required_body: expected a column of this name, got none",
            "my.csv:1: required_query: expected a column of this name, got none",
            "my.csv:1: side_effect: expected a column of this name, got none");
  }

  @Test
  void unclosed_quote_is_a_problem_of_the_line_where_it_opens() {
    assertThat(problems(HEADER + "one,GET,/v1/one,,account,,,none,none\ntwo,\"GET\n"))
        .containsExactly(
            "my.csv:3: expected CSV text with closed quotes, got a row that cannot be read");
  }

  @Test
  void other_encodings_and_empty_files_are_refused() {
    assertThat(problems((HEADER + "é").getBytes(ISO_8859_1)))
        .containsExactly("my.csv: expected text in UTF-8");
    assertThat(problems("")).singleElement().asString().startsWith("my.csv:1: expected a header");
  }

  private static List<String> problems(String table) {
    return problems(table.getBytes(UTF_8));
  }

  private static List<String> problems(byte[] table) {
    ProblemsException problems =
        catchThrowableOfType(ProblemsException.class, () -> OperationTable.read("my.csv", table));
    assertThat(problems).isNotNull();
    return problems.problems().stream().map(Problem::toString).toList();
  }
}
