package dev.patrol.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts from outside, masked and cut to a size that a page can bear; CSV and JSON have them whole.
 */
final class Words {
  /** The longest name on a page, in characters. */
  static final int NAME = 120;

  /** The longest text on a page, in characters. */
  static final int TEXT = 400;

  private static final int LIST = 60;

  private Words() {}

  static String name(@Nullable String name) {
    return SafeText.cut(SafeText.name(name), NAME);
  }

  /** The name of a person or an application, or an address. */
  static String person(@Nullable String name) {
    return SafeText.cut(SafeText.of(name), NAME);
  }

  static String text(@Nullable String text) {
    return SafeText.cut(SafeText.of(text), TEXT);
  }

  static List<String> list(Collection<String> items) {
    List<String> shown = new ArrayList<>();
    for (String item : items) {
      if (shown.size() == LIST) {
        shown.add("…");
        break;
      }
      shown.add(name(item));
    }
    return shown;
  }
}
