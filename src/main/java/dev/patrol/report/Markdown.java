package dev.patrol.report;

import java.util.regex.Pattern;

/** Text in Markdown, whatever program shows it: readable as it stands, and never more than text. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~&#]");
  private static final Pattern WEB = Pattern.compile("(?i)(://|www\\.)");
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

  /** A sentence in which nothing is a link, a mention, a picture or markup. */
  static String sentence(String safe) {
    String text = SPECIAL.matcher(angles(safe)).replaceAll("\\\\$0");
    // An invisible joint keeps programs from making links and mentions on their own.
    String apart = WEB.matcher(text).replaceAll(match -> joined(match.group()));
    return apart.replace("@", "@" + JOINER);
  }

  private static String joined(String text) {
    return text.charAt(0) + JOINER + text.substring(1);
  }

  private static String angles(String text) {
    return text.replace('<', '‹').replace('>', '›');
  }
}
