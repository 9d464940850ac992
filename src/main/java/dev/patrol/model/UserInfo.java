package dev.patrol.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the user name and password that a URL may hold before its host. When in doubt it takes more
 * rather than less, for what is left will be shown.
 */
final class UserInfo {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://");
  private static final String AT = "(?:@|%40|\uFF20|\uFE6B)";

  /** Up to the at sign before the host; a password may hold further ones, and slashes. */
  private static final Pattern PLAIN =
      Pattern.compile("[/\\\\]*+[^/?#]*" + AT + "(?:[^?#]*" + AT + ")?");

  /** A colon that no port follows is a user's, though the password breaks the URL. */
  private static final Pattern BROKEN =
      Pattern.compile("(?!\\[)[^/?#:]*+:(?!\\d{1,5}+(?:[/?#]|$)).*" + AT, Pattern.DOTALL);

  private UserInfo() {}

  /** Whether there is any of what {@link #AT} meets. */
  private static boolean mayHoldUser(String url) {
    return url.indexOf('@') >= 0
        || url.indexOf("%40") >= 0
        || url.indexOf('\uFF20') >= 0
        || url.indexOf('\uFE6B') >= 0;
  }

  /** Where the URL goes on after scheme and slashes; 0 when it has none. */
  static int begin(String url) {
    Matcher scheme = SCHEME.matcher(url);
    return scheme.lookingAt() ? scheme.end() : 0;
  }

  /** Where the host begins: at {@link #begin} when there is no user. */
  static int end(String url) {
    int begin = begin(url);
    if (!mayHoldUser(url)) {
      return begin;
    }
    for (Pattern pattern : new Pattern[] {PLAIN, BROKEN}) {
      Matcher user = pattern.matcher(url).region(begin, url.length());
      if (user.lookingAt()) {
        return user.end();
      }
    }
    return begin;
  }
}
