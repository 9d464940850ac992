package dev.patrol.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An Authorization header as configured in an application, taken apart without judging it.
 *
 * @param text the header's value with {@code {token}} for the secret, also where the inventory
 *     holds the secret itself
 * @param leading what precedes the scheme
 * @param scheme the first word, which should be {@code Bearer}
 * @param gap what stands between scheme and token, which should be one space
 * @param trailing what follows the token
 */
public record Header(String text, String leading, String scheme, String gap, String trailing) {
  /** The inventory's word for the secret, which is filled in before sending. */
  public static final String TOKEN = "{token}";

  static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D\u300C\u300D\uFF02\uFF07";

  /** In further braces, or behind a dollar sign, it is some template's and not the inventory's. */
  private static final Pattern FILLED =
      Pattern.compile("(?<![{$])" + Pattern.quote(TOKEN) + "(?!})");

  private static final Header EXACT = new Header("Bearer " + TOKEN, "", "Bearer", " ", "");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?is)((?:\\s|[" + QUOTES + "])*(?:authorization\\s*[:=]\\s*)?)([a-z][a-z-]*)?(.*)");
  private static final Pattern PASTED =
      Pattern.compile("\\b[a-z]+_" + Pattern.quote(Redaction.MARK));
  private static final Pattern MASKED_BY_DOCUMENTATION =
      Pattern.compile("(?i)\\b(pat|sat|czu|czs)_(x{3,}|\\*+|\\.{2,}|…)");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?is).*(\\*{2,}|x{3,}|\\.{3}|…|<[^>]*>|\\{[^}]*}|\\[[^]]*]|(?:(?<![^\\s"
              + QUOTES
              + "])|(?<=bearer))(?-i:\\$[A-Z][A-Z0-9_]*)(?!\\w)|your|token|placeholder"
              + "|todo|你的|您的|令牌).*");
  private static final Pattern ODD =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\uFFFF&&[^" + QUOTES + "]]");

  /** The header of an inventory cell, empty or not. */
  public static Header of(String cell) {
    if (cell.isEmpty() || cell.equals(EXACT.text)) {
      return EXACT;
    }
    boolean pasted =
        Redaction.looksLikeToken(cell) && !MASKED_BY_DOCUMENTATION.matcher(cell).find();
    return parse(
        pasted
            ? PASTED.matcher(Redaction.mask(cell)).replaceAll(Matcher.quoteReplacement(TOKEN))
            : cell);
  }

  private static Header parse(String text) {
    Matcher token = FILLED.matcher(text);
    boolean found = token.find();
    String before = found ? text.substring(0, token.start()) : text;
    String after = found ? text.substring(token.end()) : "";
    Matcher parts = PARTS.matcher(before);
    if (!parts.matches()) {
      return new Header(text, before, "", "", after);
    }
    String scheme = parts.group(2) == null ? "" : parts.group(2);
    return new Header(text, parts.group(1), scheme, parts.group(3), after);
  }

  /** Whether it is {@code Bearer}, one space and the token, and nothing else. */
  public boolean isExact() {
    return text.equals(EXACT.text);
  }

  /** Whether the token is in it. */
  public boolean hasToken() {
    return FILLED.matcher(text).find();
  }

  /** Whether the scheme is Bearer, in whatever letter case. */
  public boolean isBearer() {
    return scheme.equalsIgnoreCase(EXACT.scheme);
  }

  /** Whether Bearer stands twice. */
  public boolean isDoubled() {
    return isBearer() && gap.toLowerCase(Locale.ROOT).contains("bearer");
  }

  /** Whether it holds quotation marks. */
  public boolean isQuoted() {
    return text.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0);
  }

  /** Whether it holds a line break. */
  public boolean isBroken() {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Whether something from the documentation stands where the token should. */
  public boolean isPlaceholder() {
    return !hasToken() && PLACEHOLDER.matcher(text).matches();
  }

  /** Whether it holds full-width, invisible or other characters that no header has. */
  public boolean isOdd() {
    return ODD.matcher(text).find();
  }

  /** The odd characters by number, such as {@code U+3000}. */
  public String oddCharacters() {
    return ODD.matcher(text)
        .results()
        .map(match -> String.format(Locale.ROOT, "U+%04X", match.group().codePointAt(0)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The text as it may be shown: whatever could be a credential is blotted out. */
  public String shown() {
    return Redaction.authorization(text);
  }
}
