package dev.patrol.probe;

/** Checks text before it becomes a header's value: OkHttp would quote an illegal one. */
final class HeaderText {
  private HeaderText() {}

  /** Whether the text is printable ASCII; spaces may stand inside. */
  static boolean isLegal(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** Whether the text can stand after {@code Bearer}: printable ASCII without a space. */
  static boolean isToken(String text) {
    return isLegal(text) && text.indexOf(' ') < 0;
  }
}
