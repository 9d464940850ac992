package dev.patrol.inventory;

/** Why a row cannot be taken apart into its cells. */
enum Damage {
  UNCLOSED_QUOTE("expected the quoted cell to be closed"),
  TEXT_AFTER_QUOTE(
      "expected a comma or the end of the row after the closing quote"
          + " (a quote inside a cell is written twice)"),
  STRAY_QUOTE(
      "expected a cell that holds quotes to be quoted, and each quote in it to be written twice"),
  BLANK_BEFORE_QUOTE("expected the quote to be the first character of its cell"),
  CELL_COUNT("expected as many cells as the header has"),
  TOO_LONG("expected a row of at most 8 MiB");

  private final String expectation;

  Damage(String expectation) {
    this.expectation = expectation;
  }

  /** What was expected, in words. */
  String expectation() {
    return expectation;
  }
}
