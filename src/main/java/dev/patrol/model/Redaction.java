package dev.patrol.model;

import java.util.List;
import java.util.Locale;
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

  /** What {@link #TOKEN_SHAPED} begins with. */
  private static final List<String> PREFIXES = List.of("pat", "sat", "czu", "czs", "cztei");

  /** A user and a password in a URL anywhere in a text. */
  private static final Pattern USER_IN_TEXT = Pattern.compile("(?<=://)[^/?#\\s\"'<>]*@");

  /** What secrets are called, without anything but letters and digits. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "secret|passw|passphrase|pwd|token|key(?!word|board)|credential|auth(?!or(?!i[sz]))"
              + "|sign$|signature$|密钥|密码|口令|令牌|凭证|凭据");

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

  private Redaction() {}

  /**
   * The text with everything token-shaped replaced by {@link #MARK} after its prefix, and without
   * users and passwords in URLs.
   */
  public static String mask(String text) {
    String anonymous =
        text.indexOf('@') < 0 || !text.contains("://")
            ? text
            : USER_IN_TEXT.matcher(text).replaceAll(MARK + "@");
    return mayHoldToken(anonymous)
        ? TOKEN_SHAPED.matcher(anonymous).replaceAll("$1_" + MARK)
        : anonymous;
  }

  /** Whether a closer look is needed: texts that hold no token's prefix are by far the most. */
  public static boolean mayHoldToken(String text) {
    for (int at = text.indexOf('_', 3); at >= 0; at = text.indexOf('_', at + 1)) {
      for (String prefix : PREFIXES) {
        if (text.startsWith(prefix, at - prefix.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A URL, complete or not, as it may be shown: without user and password, without the values of
   * parameters that are called as secrets are, and without anything token-shaped.
   */
  public static String url(String url) {
    return ShownUrl.of(url);
  }

  /**
   * An Authorization header as it may be shown: schemes, {@link Header#TOKEN}, white space, quotes,
   * lone punctuation and the documentation's placeholders; {@link #MARK} for all else.
   */
  public static String authorization(String header) {
    return ShownHeader.of(header);
  }

  /**
   * An Authorization header, or a part of one, of which nothing secret is left and everything that
   * {@link Header} tells of it: unknown words keep their length, and their letters are others.
   */
  public static String authorizationShape(String header) {
    return ShownHeader.shapeOf(header);
  }

  /**
   * Whether a column, field or parameter is called as secrets are, such as {@code client_secret};
   * its value is then not to be shown.
   */
  public static boolean isSecretName(String name) {
    String letters = NEITHER_LETTER_NOR_DIGIT.matcher(PercentCode.decodeQuery(name)).replaceAll("");
    return SECRET_NAME.matcher(letters.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether the text has a part that looks like a token. */
  public static boolean looksLikeToken(String text) {
    return mayHoldToken(text) && TOKEN_SHAPED.matcher(text).find();
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
