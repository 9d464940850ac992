package dev.patrol.report.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that many rows share, by number, in the order in which they came. Bounded, so that memory
 * does not grow with the rows.
 */
public final class SharedTexts {
  /** Stands for a text that has no number. */
  public static final int NONE = -1;

  /** Beyond these a text stands in its row. */
  private static final int MOST = 20_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** The number of a text, which it gets when it is new; {@link #NONE} when there are too many. */
  public int numberOf(String text) {
    Integer number = numbers.get(text);
    if (number != null) {
      return number;
    }
    if (texts.size() == MOST) {
      return NONE;
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  /** The text with that number. */
  String get(int number) {
    return texts.get(number);
  }

  /** All of them; their numbers begin with 0. */
  public List<String> all() {
    return List.copyOf(texts);
  }
}
