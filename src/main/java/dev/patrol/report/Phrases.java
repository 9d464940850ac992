package dev.patrol.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.report.row.RowWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that many rows of a page share, so that a row names them by number. */
final class Phrases {
  /** Beyond these a text stands in its row: memory does not grow with the inventory. */
  private static final int MOST = 20_000;

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** Writes rows with numbers in the place of these texts. */
  RowWriter writer(JsonGenerator json) {
    return new RowWriter(json) {
      @Override
      public void phrase(String text) throws IOException {
        Integer number = numberOf(text);
        if (number == null) {
          super.phrase(text);
        } else {
          number(number);
        }
      }
    };
  }

  /** In the order of their numbers, which begin with 0. */
  Set<String> all() {
    return numbers.keySet();
  }

  private @Nullable Integer numberOf(String text) {
    Integer number = numbers.get(text);
    if (number == null && numbers.size() < MOST) {
      number = numbers.size();
      numbers.put(text, number);
    }
    return number;
  }
}
