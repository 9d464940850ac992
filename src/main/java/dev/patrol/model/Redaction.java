package dev.patrol.model;

import java.util.regex.Pattern;

/** Blots out whatever looks like a token, wherever text from outside is kept or shown. */
public final class Redaction {
  /** What stands in a secret's place. */
  public static final String MARK = "[REDACTED]";

  /**
   * A known prefix and what may follow it. Real values are long and mixed; a name such as {@code
   * pat_build_server} is none. Behind a letter, as in {@code Bearerpat_...}, it must be longer, or
   * words such as {@code compat_mode2} would be taken for one.
   */
  private static final Pattern TOKEN_SHAPED =
      Pattern.compile(
          "(pat|sat|czu|czs|cztei)_(?:"
              + "(?<![A-Za-z0-9_][a-z]{3,5}_)(?=[a-z_\\-]*[A-Z0-9])[A-Za-z0-9_\\-]{6,}"
              + "|(?=[a-z_\\-]*[A-Z0-9])[A-Za-z0-9_\\-]{12,}"
              + "|[a-z]{16,})");

  private Redaction() {}

  /** The text with everything token-shaped replaced by {@link #MARK} after its prefix. */
  public static String mask(String text) {
    return text.indexOf('_') < 0 ? text : TOKEN_SHAPED.matcher(text).replaceAll("$1_" + MARK);
  }

  /** Whether the text has a part that looks like a token. */
  public static boolean looksLikeToken(String text) {
    return TOKEN_SHAPED.matcher(text).find();
  }

  /**
   * Whether the text, as written or percent-decoded, has a part that looks like a token, or the
   * place of one, {@link Header#TOKEN}.
   */
  public static boolean holdsToken(String text) {
    return holdsPlainToken(text)
        || (text.indexOf('%') >= 0 && holdsPlainToken(PercentCode.decodeQuery(text)));
  }

  private static boolean holdsPlainToken(String text) {
    return text.contains(Header.TOKEN) || looksLikeToken(text);
  }
}
