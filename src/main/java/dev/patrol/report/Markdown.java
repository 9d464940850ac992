package dev.patrol.report;

import java.util.regex.Pattern;

/** Text in Markdown, whatever program shows it: readable as it stands, and never more than text. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~&#]");
  private static final String JOINER = "\u2060";

  private Markdown() {}

  /**
   * A value from outside, as code, in which nothing is a link, a mention or a heading. Chats take
   * angle brackets for mentions even there, so that others stand in for them.
   */
  static String value(String safe) {
    String text = angles(safe.replace('`', '\''));
    return text.isBlank() ? "" : "`" + text.strip() + "`";
  }

  /**
   * A sentence of a rule in which nothing is a mention, a picture or markup. Rules are the team's
   * own, so that an address in one stays whole, to be copied or followed.
   */
  static String sentence(String safe) {
    String text = SPECIAL.matcher(angles(safe)).replaceAll("\\\\$0");
    // An invisible joint keeps programs from making mentions on their own.
    return text.replace("@", "@" + JOINER);
  }

  private static String angles(String text) {
    return text.replace('<', '‹').replace('>', '›');
  }
}
