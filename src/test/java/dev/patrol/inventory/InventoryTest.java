package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Parameters;
import dev.patrol.model.Workspace;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryTest {
  private static final String ENDPOINTS = "endpoint,token,method,url,body\n";
  private static final String CHAT = "https://api.coze.cn/v3/chat";

  @TempDir private Path folder = Path.of("");

  @Test
  void all_that_keeps_files_from_being_read_is_told_at_once() throws IOException {
    Files.writeString(folder.resolve("tokens.csv"), "Token,kind,kind\n", UTF_8);
    Files.writeString(folder.resolve("endpoints.csv"), "endpoint;token;method;url\n", UTF_8);

    assertThatThrownBy(() -> Inventories.open(folder))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("workspaces.csv: there is no such file")
        .hasMessageContaining(
            "tokens.csv:1: column \"kind\" stands in the header twice, as column 2 and column 3")
        .hasMessageContaining(
            "tokens.csv:1: required column \"token\" is missing, found \"Token\", \"kind\"")
        .hasMessageContaining("must be separated by commas, not by semicolons");
  }

  @Test
  void a_file_without_a_header_and_one_with_a_broken_header_stop_the_audit() {
    Inventories.write(folder, " \n\r\n", "\"workspace\n", ENDPOINTS);

    assertThatThrownBy(() -> Inventories.open(folder))
        .hasMessageContaining("tokens.csv: expected a header row, the file is empty")
        .hasMessageContaining("workspaces.csv:1: the header cannot be read");
  }

  @Test
  void a_shuffled_file_gives_the_same_dossiers_as_a_sorted_one() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(
          "e%d,t%d,POST,%s,\"{\"\"note\"\":\"\"%s\"\"}\"\n"
              .formatted(i, i / 40, CHAT, "扣\n".repeat(i % 7)));
    }
    StringBuilder tokens = new StringBuilder("token,kind\n");
    for (int i = 0; i < 500; i++) {
      tokens.append("t").append(i).append(",pat\n");
    }
    Map<String, List<List<Object>>> sorted = content(tokens.toString(), rows);
    Collections.shuffle(rows, new Random(7));
    Map<String, List<List<Object>>> shuffled = content(tokens.toString(), rows);

    assertThat(sorted).hasSize(500);
    assertThat(shuffled).isEqualTo(sorted);
  }

  @Test
  void a_dossier_has_the_workspaces_that_it_names_and_one_of_its_account() {
    Inventories.write(
        folder,
        "token,kind,account,workspaces\nt1,pat,a,w3\nt2,sat,a,*\nt3,sat,,*\n",
        "workspace,account,edition\nw4,a,\nw2,b,team\nw3,b,team\nw1,a,team\n",
        "endpoint,token,method,url,workspace\n"
            + "e1,t1,GET,%1$s,w2\ne2,t2,GET,%1$s,w2\ne3,t1,GET,%1$s,w9\n"
                .formatted(Inventories.URL));

    assertThat(Inventories.dossiers(Inventories.open(folder)))
        .extracting(dossier -> dossier.workspaces().stream().map(Workspace::id).toList())
        .containsExactly(List.of("w1", "w2", "w3"), List.of("w1", "w2"), List.of());
  }

  @Test
  void an_empty_workspace_cell_is_filled_from_the_request() {
    write("e1,t1,GET,https://api.coze.cn/v1/apps?workspace_id=7380000000000000101,\n");

    assertThat(endpoint().workspace()).isEqualTo("7380000000000000101");
    assertThat(endpoint().operation()).isNotNull();
  }

  @Test
  void a_body_that_cannot_be_read_is_neither_missing_nor_sent() {
    write("e1,t1,POST," + CHAT + ",@nowhere.json\n");

    assertThat(endpoint().bodyUnknown()).isTrue();
    assertThat(endpoint().body()).isNull();
    assertThat(endpoint().inBody()).isEqualTo(Parameters.fine());
    assertThat(endpoint().probe().id()).isEqualTo("never");
  }

  @Test
  void a_body_that_is_not_there_is_missing() {
    write("e1,t1,POST," + CHAT + ",\n");

    assertThat(endpoint().bodyUnknown()).isFalse();
    assertThat(endpoint().inBody().missing()).isNotEmpty();
  }

  @Test
  void a_link_out_of_the_folder_and_a_huge_file_are_no_bodies() throws IOException {
    Path outside = Files.createTempFile("body", ".json");
    Files.createSymbolicLink(folder.resolve("link.json"), outside);
    Files.write(folder.resolve("huge.json"), new byte[(1 << 20) + 1]);
    write(
        "e1,t1,POST,%1$s,@link.json\ne2,t1,POST,%1$s,@huge.json\ne3,t1,POST,%1$s,@.\n"
            .formatted(CHAT));

    assertThat(Inventories.open(folder).issues())
        .extracting(InventoryIssue::problem)
        .containsExactly(
            "expected a file in the inventory's folder",
            "expected a file of at most 1 MiB",
            "expected a file");
    Files.delete(outside);
  }

  @Test
  void endpoints_that_change_between_the_readings_are_noticed() throws IOException {
    write("e1,t1,GET," + Inventories.URL + ",\n");
    Inventory inventory = Inventories.open(folder);
    Files.writeString(folder.resolve("endpoints.csv"), ENDPOINTS, UTF_8);

    assertThatThrownBy(() -> Inventories.dossiers(inventory))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("endpoints.csv: was changed while it was being read");
  }

  @Test
  void an_invisible_character_does_not_hide_a_token_from_redaction() {
    write("e1,pat_TEST\u200BONLY000000000001,GET," + Inventories.URL + ",\n");

    assertThat(Inventories.open(folder).issues().toString())
        .contains("U+200B")
        .doesNotContain("TEST")
        .doesNotContain("ONLY");
  }

  @Test
  void only_encodings_that_keep_ascii_to_itself_can_be_configured() {
    assertThatThrownBy(() -> new InventoryOptions(Inventories.ZONE, StandardCharsets.UTF_16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("charset must be UTF-8 or GB18030, got UTF-16");
  }

  private void write(String endpoints) {
    Inventories.write(folder, "token,kind\nt1,pat\n", "workspace\n", ENDPOINTS + endpoints);
  }

  private Endpoint endpoint() {
    return Inventories.dossiers(Inventories.open(folder)).get(0).endpoints().get(0);
  }

  private Map<String, List<List<Object>>> content(String tokens, List<String> rows) {
    Inventories.write(folder, tokens, "workspace\n", ENDPOINTS + String.join("", rows));
    Inventory inventory = Inventories.open(folder);
    assertThat(inventory.issues()).isEmpty();
    Map<String, List<List<Object>>> content = new TreeMap<>();
    for (Dossier dossier : Inventories.dossiers(inventory)) {
      content.put(
          dossier.token().id(),
          dossier.endpoints().stream()
              .map(e -> List.<Object>of(e.id(), e.token(), e.url(), String.valueOf(e.body())))
              .sorted(Comparator.comparing(List::toString))
              .toList());
    }
    return content;
  }
}
