package dev.patrol.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an Authorization header fit to be shown: it keeps what is known to be harmless, as any
 * other word could be a secret of a shape that nobody knows.
 */
final class ShownHeader {
  private static final String WHITE = "\\s\\p{Z}\\p{Cf}";
  private static final String APART = "(?![\\p{L}\\p{N}_])";
  private static final String WORDS = "[\\p{L} _.-]{1,40}";
  private static final String SCHEMES =
      "(?i:bearer|basic|digest|token|api-?key|jwt|oauth2?|negotiate|hmac|mac|hawk|ntlm)";
  private static final String PLACEHOLDERS =
      "<"
          + WORDS
          + ">|\\$?\\{{1,2}"
          + WORDS
          + "}{1,2}|\\["
          + WORDS
          + "]|\\$\\{[A-Z][A-Z0-9_]*}|(?:\\$[A-Z][A-Z0-9_]*"
          + "|(?i:your(?:[_-][a-z]+){0,5}|placeholder|todo|x{3,})"
          + "|[\u4F60\u60A8]\u7684\\p{IsHan}{0,10})"
          + APART
          + "|(?i:pat|sat|czu|czs|cztei)_(?:(?i:x{3,})"
          + APART
          + "|\\*+|\\.{2,}|\u2026|\\[REDACTED])|\\*{2,}|\\.{3}|\u2026";
  private static final Pattern PIECE =
      Pattern.compile(
          "(["
              + WHITE
              + Header.QUOTES
              + "]+|(?:"
              + SCHEMES
              + "|(?i:authorization))"
              + APART
              + "|"
              + PLACEHOLDERS
              + "|[:=,;.\uFF1A\uFF0C\uFF1B]|(?<=["
              + WHITE
              + "])\\p{Punct}(?=["
              + WHITE
              + "]|$))|[^"
              + WHITE
              + Header.QUOTES
              + "]+");

  private static final Pattern TELLING_OR_NOT =
      Pattern.compile(
          "((?:pat|sat|czu|czs|cztei)_\\[REDACTED]|(?:pat|sat|czu|czs|cztei)_(?=[*.\u2026x])|\\{token}"
              + "|\\$[A-Z][A-Z0-9_]*|(?i:bearer|authorization|your|token|placeholder|todo|x{3,}))"
              + "|[A-Za-z0-9]");

  private ShownHeader() {}

  static String of(String text) {
    return PIECE
        .matcher(Redaction.mask(text))
        .replaceAll(
            piece ->
                piece.group(1) == null ? Redaction.MARK : Matcher.quoteReplacement(piece.group()));
  }

  /**
   * The same shape without the secret: letters and digits of all that is not known to be harmless
   * give way to others, but for what tells a header's faults.
   */
  static String shapeOf(String text) {
    return PIECE
        .matcher(Redaction.mask(text))
        .replaceAll(
            piece ->
                Matcher.quoteReplacement(
                    piece.group(1) == null ? filled(piece.group()) : piece.group()));
  }

  private static String filled(String piece) {
    return TELLING_OR_NOT
        .matcher(piece)
        .replaceAll(part -> part.group(1) == null ? "n" : Matcher.quoteReplacement(part.group()));
  }
}
