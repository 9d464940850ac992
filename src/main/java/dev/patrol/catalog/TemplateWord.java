package dev.patrol.catalog;

import dev.patrol.model.EditDistance;
import java.util.regex.Pattern;

/**
 * One segment of a documented path, and how far others are from it.
 *
 * @param text the segment as documented
 * @param kind what it is
 */
record TemplateWord(String text, Kind kind) {
  private static final int WORD_FOR_VARIABLE = 3;
  private static final int LONGEST = 60;
  private static final Pattern VERSION_NUMBER = Pattern.compile("v[0-9]+");
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z_\\-]*");

  /** What a segment is; each costs as much when it is missing or wholly another. */
  enum Kind {
    WORD(7),
    VARIABLE(3),
    VERSION(2);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** The word of a template's segment. */
  static TemplateWord of(String segment) {
    if (PathTemplate.isVariable(segment)) {
      return new TemplateWord("{}", Kind.VARIABLE);
    }
    return new TemplateWord(segment, isVersion(segment) ? Kind.VERSION : Kind.WORD);
  }

  /** What it costs when this is missing. */
  int weight() {
    return kind.weight;
  }

  /**
   * What it costs when this is typed so: 0 when it is right, 2 for each slip, at most the weight.
   */
  int cost(String typed) {
    if (kind == Kind.VARIABLE) {
      return PLAIN_WORD.matcher(typed).matches() ? WORD_FOR_VARIABLE : 0;
    }
    if (text.equals(typed)) {
      return 0;
    }
    if (text.equalsIgnoreCase(typed) || (kind == Kind.VERSION && isVersion(typed))) {
      return 1;
    }
    int length = Math.max(text.length(), typed.length());
    int limit = Math.max(1, length / 3);
    int slips = length > LONGEST ? length : EditDistance.between(text, typed, limit);
    return slips > limit ? weight() : Math.min(2 * slips, weight());
  }

  private static boolean isVersion(String segment) {
    return VERSION_NUMBER.matcher(segment).matches();
  }
}
