package dev.patrol.rules.source;

import dev.patrol.problem.Problem;
import java.util.List;
import java.util.Set;

/**
 * A rule file as it was read.
 *
 * @param name its path below the rules folder, with {@code /}
 * @param shown its path as messages show it, which begins with the rules folder as the user wrote
 *     it
 * @param text its content
 */
public record RuleFile(String name, String shown, String text) {

  /** The file with another content of the same length, so that places stay true. */
  public RuleFile withText(String other) {
    return new RuleFile(name, shown, other);
  }

  /** Where its rules stand, as far as that can be told. */
  public List<RuleSpan> spans() {
    return Outline.read(this, new Remarks());
  }

  /**
   * The file with every rule blanked out but those that begin at some offsets; places stay true.
   */
  public RuleFile keeping(Set<Integer> starts) {
    StringBuilder kept = new StringBuilder(text);
    for (RuleSpan rule : spans()) {
      for (int i = rule.start(); i < rule.end() && !starts.contains(rule.start()); i++) {
        if (text.charAt(i) != '\n') {
          kept.setCharAt(i, ' ');
        }
      }
    }
    return withText(kept.toString());
  }

  /** The line's text, or an empty string outside of the file. */
  public String line(int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }

  /** The number of the line that an offset stands on, counted from 1. */
  public int lineAt(int offset) {
    return 1 + (int) text.substring(0, within(offset)).chars().filter(c -> c == '\n').count();
  }

  /** A problem at an offset of the text. */
  public Problem problem(int offset, String message) {
    int place = within(offset);
    int lineStart = text.lastIndexOf('\n', place - 1) + 1;
    int column = text.codePointCount(lineStart, place) + 1;
    return new Problem(shown, lineAt(place), column, message);
  }

  private int within(int offset) {
    return Math.max(0, Math.min(offset, text.length()));
  }
}
