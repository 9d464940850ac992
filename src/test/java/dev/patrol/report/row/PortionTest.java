package dev.patrol.report.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortionTest {
  private static final Portion PORTION =
      new Portion(
          List.of(
              new TokenRow(
                  "t",
                  "pat",
                  "王芳",
                  "w@example.com",
                  "valid",
                  "2026-11-30",
                  "8",
                  3,
                  2,
                  1,
                  new TokenRow.Least(List.of("chat"), List.of("run"), List.of("x", "y")),
                  new TokenRow.Least(List.of(), List.of("7"), List.of()),
                  "tokens.csv:2")),
          List.of(
              new EndpointRow(
                  "e",
                  "t",
                  "7",
                  "app",
                  "GET",
                  "https://api.coze.cn/v1/bots",
                  "fail",
                  "key.permission",
                  List.of("key.workspace"),
                  "ppfuppppp",
                  "200 · 4101")),
          List.of(
              new WalkRow(
                  List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"),
                  "sent",
                  "HTTP 200",
                  List.of("point-refused"),
                  "curl \\\n  'x'",
                  List.of("host ", "query workspace_id"),
                  List.of("bot_id"),
                  "GET /v1/bots",
                  List.of("listBot"),
                  List.of("pats https://www.coze.cn/open/oauth/pats"),
                  "support/e.txt",
                  "endpoints.csv:9",
                  List.of("asked", "refused"))),
          List.of(
              new FindingRow(
                  "r", "high", "new", "t", "e", "7", "", "o", "m", "seen", "d", "s", "w")),
          List.of(new WhyRow(List.of("asked", "refused"))),
          List.of(
              new TodoRow(
                  "r",
                  "high",
                  "t",
                  "",
                  "h",
                  List.of("e"),
                  1,
                  "o",
                  "m",
                  "seen",
                  2,
                  "d",
                  "3",
                  1,
                  0,
                  "s",
                  List.of("pats https://www.coze.cn/open/oauth/pats"))));

  @Test
  void what_is_written_is_read_again() throws IOException {
    SharedTexts shared = new SharedTexts();
    ByteRowWriter writer = new ByteRowWriter(shared);
    PORTION.write(writer);
    byte[] bytes = writer.taken();
    assertThat(Portion.read(new RowReader(shared, bytes, bytes.length))).isEqualTo(PORTION);
  }

  @Test
  void what_was_cut_off_is_refused() throws IOException {
    SharedTexts shared = new SharedTexts();
    ByteRowWriter writer = new ByteRowWriter(shared);
    PORTION.write(writer);
    byte[] bytes = writer.taken();
    for (int length = 0; length < bytes.length; length++) {
      RowReader cut = new RowReader(shared, bytes, length);
      assertThatThrownBy(() -> Portion.read(cut))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in a row, got");
    }
  }

  @Test
  void something_else_is_refused() {
    RowReader reader = new RowReader(new SharedTexts(), new byte[] {'[', 'x'}, 2);
    assertThatThrownBy(() -> Portion.read(reader))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected [ in a row");
  }
}
