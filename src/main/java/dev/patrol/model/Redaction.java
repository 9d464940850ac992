package dev.patrol.model;

import java.util.regex.Pattern;

/** Blots out whatever looks like a token, wherever text from outside is kept or shown. */
public final class Redaction {
  /** What stands in a secret's place. */
  public static final String MARK = "[REDACTED]";

  private static final Pattern TOKEN_SHAPED =
      Pattern.compile(
          "\\b(pat|sat|czu|czs|cztei)_(?=[A-Za-z0-9_\\-]*[A-Za-z0-9])[A-Za-z0-9_\\-]{6,}");

  private Redaction() {}

  /** The text with everything token-shaped replaced by {@link #MARK} after its prefix. */
  public static String mask(String text) {
    return text.indexOf('_') < 0 ? text : TOKEN_SHAPED.matcher(text).replaceAll("$1_" + MARK);
  }

  /** Whether the text has a part that looks like a token. */
  public static boolean looksLikeToken(String text) {
    return TOKEN_SHAPED.matcher(text).find();
  }
}
