package dev.patrol.report;

import dev.patrol.report.row.SharedTexts;
import java.util.List;

/** Texts that many rows of a page share, so that a row names them by number. */
final class Phrases {
  private final SharedTexts texts = new SharedTexts();

  /** Writes rows with numbers in the place of these texts. */
  PackedRows writer() {
    return new PackedRows(texts);
  }

  /** In the order of their numbers, which begin with 0. */
  List<String> all() {
    return texts.all();
  }
}
