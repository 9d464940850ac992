package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecentTextsTest {
  private final List<String> made = new ArrayList<>();
  private final RecentTexts<String> texts =
      new RecentTexts<>(
          text -> {
            made.add(text);
            return text + "!";
          });

  @Test
  void a_long_text_is_made_once_and_a_short_one_each_time() {
    String once = "a text that is long enough";
    assertThat(List.of(texts.get(once), texts.get(once))).containsOnly(once + "!");
    assertThat(List.of(texts.get("short"), texts.get("short"))).containsOnly("short!");
    assertThat(made).containsExactly(once, "short", "short");
  }

  @Test
  void what_is_not_wanted_is_not_kept() {
    String secret = "a text that is long and secret";
    String open = "a text that is long and open";
    RecentTexts<String> some = texts.keeping(result -> !result.contains("secret"));
    for (String text : List.of(secret, open, secret, open)) {
      assertThat(some.get(text)).isEqualTo(text + "!");
    }
    assertThat(made).containsExactly(secret, open, secret);
  }

  @Property
  void every_text_gets_its_own(@ForAll List<String> any) {
    RecentTexts<String> own = new RecentTexts<>(0, text -> text + "!");
    for (String text : any) {
      assertThat(own.get(text)).isEqualTo(text + "!");
    }
  }

  @Test
  void texts_with_equal_hashes_are_told_apart() {
    RecentTexts<String> own = new RecentTexts<>(0, text -> text + "!");
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(List.of(own.get("Aa"), own.get("BB"), own.get("Aa")))
        .containsExactly("Aa!", "BB!", "Aa!");
  }
}
