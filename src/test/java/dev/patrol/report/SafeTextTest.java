package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void the_team_may_name_a_token_as_if_it_were_one() {
    assertThat(SafeText.name("pat_build_server_2026")).isEqualTo("pat_build_server_2026");
    assertThat(SafeText.name("pat_TESTONLY000000000001")).isEqualTo("pat_[REDACTED]");
  }

  @Test
  void a_header_keeps_its_form_and_loses_its_secret() {
    assertThat(SafeText.authorization("Bearer {token}")).isEqualTo("Bearer {token}");
    assertThat(SafeText.authorization("Authorization: bearer  \"{token}\""))
        .isEqualTo("Authorization: bearer  \"{token}\"");
    assertThat(SafeText.authorization("Basic dGVzdDpvbmx5")).isEqualTo("Basic [REDACTED]");
    assertThat(SafeText.authorization("Bearer pat_TESTONLY000000000001"))
        .isEqualTo("Bearer pat_[REDACTED]");
  }

  @Test
  void a_url_loses_credentials_and_what_is_meant_for_secrets() {
    assertThat(SafeText.url("https://a:b@api.coze.cn/v1/x?bot_id=1&access_token=abc&page=2#t"))
        .isEqualTo("https://[REDACTED]@api.coze.cn/v1/x?bot_id=1&access_token=[REDACTED]&page=2#t");
  }

  @Test
  void a_cut_never_splits_a_character() {
    assertThat(SafeText.cut("ab😀cd", 3)).isEqualTo("ab…");
    assertThat(SafeText.cut("ab😀cd", 4)).isEqualTo("ab😀…");
    assertThat(SafeText.cut("abc", 3)).isEqualTo("abc");
  }

  @Property
  void shown_text_has_no_control_characters(@ForAll String text) {
    assertThat(SafeText.of(text).codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
