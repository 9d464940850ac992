package dev.patrol.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.report.row.FindingRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainedTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "crm-bot,crm-bot",
        "a b,'a b'",
        "x;reboot,'x;reboot'",
        "it's,'it'\\''s'",
        "--rules=/tmp,-- '--rules=/tmp'",
        "机器人,'机器人'"
      })
  void a_name_is_one_word_of_a_shell_and_never_an_option(String id, String word) {
    assertThat(Explained.subject(id)).isEqualTo(word);
  }

  @Test
  void a_finding_is_about_its_endpoint_or_else_its_token() {
    assertThat(Explained.subject(finding("open", "crm", "bot"))).isEqualTo("bot");
    assertThat(Explained.subject(finding("open", "crm", ""))).isEqualTo("crm");
    assertThat(Explained.subject(finding("open", "", ""))).isEmpty();
    assertThat(Explained.subject(finding("fixed", "crm", "bot"))).isEmpty();
  }

  private static FindingRow finding(String status, String token, String endpoint) {
    return new FindingRow("r", "low", status, token, endpoint, "", "", "", "", "", "", "", "");
  }
}
