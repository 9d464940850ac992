package dev.patrol.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a URL fit to be shown. */
final class ShownUrl {
  private static final Pattern PARAMETER = Pattern.compile("[?&;#]([^=&;#?]*)=");
  private static final Pattern PIECE = Pattern.compile("[^/?&;=#]+");

  private ShownUrl() {}

  static String of(String url) {
    int end = UserInfo.end(url);
    int begin = end == 0 ? 0 : UserInfo.begin(url);
    String anonymous =
        begin == end ? url : url.substring(0, begin) + Redaction.MARK + "@" + url.substring(end);
    String bare = withoutValues(anonymous);
    return Redaction.mask(bare.indexOf('%') < 0 ? bare : withoutEncodedTokens(bare));
  }

  /** A value goes on to the next ampersand, for a secret may hold any other separator. */
  private static String withoutValues(String url) {
    if (url.indexOf('=') < 0) {
      return url;
    }
    StringBuilder shown = new StringBuilder(url.length());
    Matcher parameter = PARAMETER.matcher(url);
    int done = 0;
    int from = 0;
    while (parameter.find(from)) {
      int value = parameter.end();
      int next = url.indexOf('&', value);
      int end = next < 0 ? url.length() : next;
      boolean secret =
          Redaction.isSecretName(parameter.group(1))
              && !url.substring(value, end).equals(Header.TOKEN);
      if (secret && value < end) {
        shown.append(url, done, value).append(Redaction.MARK);
        done = end;
      }
      from = secret ? end : value;
    }
    return shown.append(url, done, url.length()).toString();
  }

  private static String withoutEncodedTokens(String url) {
    return PIECE
        .matcher(url)
        .replaceAll(
            piece ->
                Redaction.looksLikeToken(PercentCode.decodeQuery(piece.group()))
                        && !Redaction.looksLikeToken(piece.group())
                    ? Redaction.MARK
                    : Matcher.quoteReplacement(piece.group()));
  }
}
