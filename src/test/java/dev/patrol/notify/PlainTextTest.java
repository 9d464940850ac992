package dev.patrol.notify;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void every_kind_of_line_break_is_one() {
    assertThat(PlainText.lines("a\r\nb\rc\u0085d\u2028e\u2029f\u000Bg\fh\ni"))
        .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\ni");
  }

  @Test
  void what_controls_a_terminal_or_turns_the_writing_is_gone() {
    assertThat(PlainText.lines("a\u0000b\u001B[31mc\td")).isEqualTo("a b [31mc d");
    assertThat(PlainText.lines("x\u202Egpj\u2066.exe\u200F")).isEqualTo("xgpj.exe");
  }

  @Test
  void half_a_character_becomes_a_question_mark_and_whole_ones_stay() {
    assertThat(PlainText.lines("\uD83Da\uDE00\uD83D\uDE00")).isEqualTo("\uFFFDa\uFFFD\uD83D\uDE00");
  }

  @Test
  void a_line_is_one_line_of_bounded_length() {
    assertThat(PlainText.line(" a\r\nBcc: b\u00A0 c ", 50)).isEqualTo("a Bcc: b c");
    assertThat(PlainText.line("abcdef", 4)).isEqualTo("abc…");
    assertThat(PlainText.line("ab\uD83D\uDE00ef", 4)).isEqualTo("ab…");
    assertThat(PlainText.line("abe\u0301x", 4)).isEqualTo("ab…");
  }

  @Property
  void a_line_never_holds_a_line_break_or_half_a_character(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 60) int longest) {
    String line = PlainText.line(text, longest);
    assertThat(line.length()).isLessThanOrEqualTo(longest);
    assertThat(line).doesNotContainPattern("\\p{Cc}").isEqualTo(PlainText.lines(line));
  }
}
