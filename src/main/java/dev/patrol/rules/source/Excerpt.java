package dev.patrol.rules.source;

/**
 * The line that a remark is about, with a second one that points at the column.
 *
 * @param line the line, or the part of a long one around the column; tabs as spaces
 * @param caret spaces and a caret below the column
 */
public record Excerpt(String line, String caret) {
  private static final int TAB = 4;
  private static final int WIDEST = 110;
  private static final int BEFORE = 70;
  private static final String CUT = "...";

  /**
   * The excerpt for a column.
   *
   * @param source the whole line
   * @param column counted in characters from 1; 0 points at the first that is no space
   */
  public static Excerpt of(String source, int column) {
    int[] characters = source.codePoints().toArray();
    int target = column == 0 ? firstShown(characters) : Math.min(column - 1, characters.length);
    int from = characters.length > WIDEST && target > BEFORE ? target - BEFORE : 0;
    int to = Math.min(characters.length, from + WIDEST);
    StringBuilder line = new StringBuilder(from > 0 ? CUT : "");
    int width = line.length();
    int caret = width;
    for (int i = from; i < to; i++) {
      if (i == target) {
        caret = width;
      }
      int character = characters[i];
      if (character == '\t') {
        int spaces = TAB - width % TAB;
        line.append(" ".repeat(spaces));
        width += spaces;
      } else if (!Character.isISOControl(character)) {
        line.appendCodePoint(character);
        width += columns(character);
      }
    }
    caret = target >= to ? width : caret;
    return new Excerpt(line + (to < characters.length ? CUT : ""), " ".repeat(caret) + "^");
  }

  private static int firstShown(int[] characters) {
    int first = 0;
    while (first < characters.length && Character.isWhitespace(characters[first])) {
      first++;
    }
    return first;
  }

  /** How many columns a terminal gives to a character: two to Chinese ones, none to marks. */
  private static int columns(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(character)
            || (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0xFFE0 && character <= 0xFFE6)
            || (character >= 0x1F300 && character <= 0x1FAFF);
    return wide ? 2 : 1;
  }
}
