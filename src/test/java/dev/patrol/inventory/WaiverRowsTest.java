package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Place;
import dev.patrol.model.Waiver;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WaiverRowsTest {
  private static final String HEADER = "rule,token,endpoint,workspace,reason,who,until\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeTheOthers() {
    Inventories.write(folder, "token,kind\nt1,pat\n", "workspace\n", "endpoint,token,method,url\n");
  }

  private Inventory open(String waivers) throws IOException {
    Files.writeString(folder.resolve("waivers.csv"), waivers, UTF_8);
    return Inventories.open(folder);
  }

  private List<String> issues(String row) throws IOException {
    Inventory inventory = open(HEADER + row);
    assertThat(inventory.waivers()).isEmpty();
    return inventory.issues().stream().map(InventoryIssue::toString).toList();
  }

  @Test
  void an_inventory_without_the_file_has_no_waivers_and_no_issue() {
    assertThat(Inventories.open(folder).waivers()).isEmpty();
    assertThat(Inventories.open(folder).issues()).isEmpty();
  }

  @Test
  void a_row_is_a_waiver_that_ends_with_its_day_and_keeps_its_other_columns() throws IOException {
    Inventory inventory =
        open(
            """
            until,who,reason,rule,workspace,endpoint,token,ticket
            2026-12-31,Wang Fang,"moves,
            later",pat-in-production,,, sales-* ,OPS-7
            """);

    assertThat(inventory.issues()).isEmpty();
    assertThat(inventory.waivers())
        .containsExactly(
            new Waiver(
                "pat-in-production",
                "sales-*",
                null,
                null,
                "moves,\nlater",
                "Wang Fang",
                Instant.parse("2026-12-31T15:59:59.999999999Z"),
                Map.of("ticket", "OPS-7"),
                new Place("waivers.csv", 2)));
  }

  @Test
  void a_bad_row_is_an_issue_and_waives_nothing() throws IOException {
    assertThat(issues("token-expired,t1,,,,,soon\n"))
        .containsExactly(
            "waivers.csv:2: reason: expected a value, the cell is empty",
            "waivers.csv:2: until: expected a date such as 2026-12-01 or 2026-12-01T08:00:00+08:00,"
                + " got \"soon\"",
            "waivers.csv:2: who: expected a value, the cell is empty");
    assertThat(issues("Token expired,t1,,,r,w,2026-12-01\n"))
        .containsExactly(
            "waivers.csv:2: rule: expected a rule's id such as token-expiring,"
                + " got \"Token expired\"");
    assertThat(issues("token-expired,,,,r,w,2026-12-01\n"))
        .containsExactly(
            "waivers.csv:2: expected a token, an endpoint or a workspace; * stands for all");
    assertThat(issues("token-expired,t1,r,w,2026-12-01\n"))
        .containsExactly("waivers.csv:2: expected 7 cells as in the header, found 5");
  }

  @Test
  void a_pattern_that_cannot_be_read_does_not_make_the_waiver_wider() throws IOException {
    assertThat(issues("token-expired,t1,e\u200B1,,r,w,2026-12-01\n"))
        .containsExactly(
            "waivers.csv:2: endpoint: expected no invisible character, found U+200B,"
                + " got \"e\\u200B1\"");
  }

  @Test
  void the_same_waiver_counts_once_and_a_later_one_may_stand_beside_it() throws IOException {
    Inventory inventory =
        open(
            HEADER
                + "token-expired,t1,,,first,w,2026-11-01\n"
                + "token-expired,t1,,,again,w,2026-11-01\n"
                + "token-expired,t1,,,longer,w,2026-12-01\n");

    assertThat(inventory.waivers()).extracting(Waiver::reason).containsExactly("first", "longer");
    assertThat(inventory.issues())
        .extracting(InventoryIssue::toString)
        .containsExactly(
            "waivers.csv:3: expected each waiver once, the same stands at waivers.csv:2");
  }

  @Test
  void a_file_that_cannot_be_used_as_a_whole_stops_the_audit() throws IOException {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> open("rule,token,until,who\n"))
        .withMessageContaining("waivers.csv:1: required column \"reason\" is missing");
    Files.delete(folder.resolve("waivers.csv"));
    Files.createSymbolicLink(folder.resolve("waivers.csv"), Path.of("nowhere.csv"));
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> Inventories.open(folder))
        .withMessageContaining("waivers.csv: there is no such file");
  }

  @Test
  void a_token_in_a_reason_is_not_kept() throws IOException {
    Inventory inventory =
        open(HEADER + "token-expired,t1,,,see pat_TESTONLY000000000001,w,2026-12-01\n");

    assertThat(inventory.waivers().toString()).doesNotContain("TESTONLY0000");
  }
}
