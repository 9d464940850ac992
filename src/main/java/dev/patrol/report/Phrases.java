package dev.patrol.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.report.row.JsonRowWriter;
import dev.patrol.report.row.RowWriter;
import dev.patrol.report.row.SharedTexts;
import java.io.IOException;
import java.util.List;

/** Texts that many rows of a page share, so that a row names them by number. */
final class Phrases {
  private final SharedTexts texts = new SharedTexts();

  /** Writes rows with numbers in the place of these texts. */
  RowWriter writer(JsonGenerator json) {
    return new JsonRowWriter(json) {
      @Override
      public void phrase(String text) throws IOException {
        int number = texts.numberOf(text);
        if (number == SharedTexts.NONE) {
          super.phrase(text);
        } else {
          number(number);
        }
      }
    };
  }

  /** In the order of their numbers, which begin with 0. */
  List<String> all() {
    return texts.all();
  }
}
