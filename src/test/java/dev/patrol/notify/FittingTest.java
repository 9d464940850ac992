package dev.patrol.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FittingTest {
  private static final int NOTE = Fitting.bytes("\n" + Fitting.CUT);

  @Test
  void a_text_that_fits_stays() {
    assertThat(Fitting.fit("a\nb", 3, String::length)).isEqualTo("a\nb");
  }

  @Test
  void whole_lines_are_kept_and_the_cut_is_said() {
    String text = "line one is\nline two is\nline three\n" + "x".repeat(40);
    assertThat(Fitting.fit(text, 12 + 12 + NOTE + 5, Fitting::bytes))
        .isEqualTo("line one is\nline two is\n" + Fitting.CUT);
  }

  @Test
  void a_line_longer_than_everything_is_cut_between_characters() {
    String smiles = "\uD83D\uDE00".repeat(100);
    assertThat(Fitting.fit(smiles, NOTE + 11, Fitting::bytes))
        .isEqualTo("\uD83D\uDE00\uD83D\uDE00\n" + Fitting.CUT);
  }

  @Property
  void it_always_fits_and_begins_as_the_text_does(
      @ForAll String text, @ForAll @IntRange(min = 60, max = 200) int limit) {
    String clean = PlainText.lines(text);
    String fitted = Fitting.fit(clean, limit, Fitting::bytes);
    assertThat(Fitting.bytes(fitted)).isLessThanOrEqualTo(limit);
    if (!fitted.equals(clean)) {
      assertThat(fitted).endsWith("\n" + Fitting.CUT).isEqualTo(PlainText.lines(fitted));
      assertThat(clean).startsWith(fitted.substring(0, fitted.length() - Fitting.CUT.length() - 1));
    }
  }

  @Property
  void pieces_fit_and_lose_nothing_but_white_space(
      @ForAll String text, @ForAll @IntRange(min = 10, max = 40) int limit) {
    String clean = PlainText.lines(text);
    List<String> pieces = Fitting.pieces(clean, limit, String::length);
    assertThat(pieces)
        .allSatisfy(piece -> assertThat(piece).isNotEmpty().hasSizeLessThanOrEqualTo(limit));
    assertThat(black(String.join("", pieces))).isEqualTo(black(clean));
  }

  @Property
  void the_size_in_json_is_the_one_that_is_sent(@ForAll String text) {
    String clean = PlainText.lines(text);
    assertThat(Fitting.jsonBytes(clean))
        .isEqualTo(Fitting.bytes(TextNode.valueOf(clean).toString()) - 2);
  }

  private static int[] black(String text) {
    return text.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
  }
}
