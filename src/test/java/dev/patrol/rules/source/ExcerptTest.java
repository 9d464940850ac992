package dev.patrol.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void the_caret_stands_below_the_column() {
    assertThat(Excerpt.of("$t : Tokn()", 6)).isEqualTo(new Excerpt("$t : Tokn()", "     ^"));
  }

  @Test
  void a_tab_is_as_wide_as_up_to_the_next_stop() {
    assertThat(Excerpt.of("a\tb\tTokn()", 5)).isEqualTo(new Excerpt("a   b   Tokn()", "        ^"));
  }

  @Test
  void chinese_characters_take_two_columns() {
    assertThat(Excerpt.of("\"李伟\", ownr", 7)).isEqualTo(new Excerpt("\"李伟\", ownr", "        ^"));
  }

  @Test
  void a_long_line_is_cut_around_the_column() {
    String line = "a".repeat(200) + "X" + "b".repeat(200);
    Excerpt excerpt = Excerpt.of(line, 201);
    assertThat(excerpt.line()).startsWith("...aaa").endsWith("bbb...").hasSizeLessThan(120);
    assertThat(excerpt.line().charAt(excerpt.caret().length() - 1)).isEqualTo('X');
  }

  @Test
  void without_a_column_the_first_word_is_meant() {
    assertThat(Excerpt.of("    rule", 0).caret()).isEqualTo("    ^");
  }

  @Test
  void a_column_behind_the_end_points_behind_the_end() {
    assertThat(Excerpt.of("abc", 4).caret()).isEqualTo("   ^");
    assertThat(Excerpt.of("", 1).caret()).isEqualTo("^");
  }
}
