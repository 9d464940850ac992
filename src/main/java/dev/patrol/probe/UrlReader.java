package dev.patrol.probe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads URLs as OkHttp does, but each origin once: to check a host's name takes longer than all the
 * rest, and a run asks few hosts. For use by several threads.
 */
final class UrlReader {
  private static final String HTTPS = "https://";

  /** An inventory may be full of hosts that nobody asks. */
  private static final int MOST = 1000;

  private final Map<String, HttpUrl> origins = new ConcurrentHashMap<>();

  /** The URL; null when OkHttp cannot read it. */
  @Nullable HttpUrl parse(String text) {
    int path = text.indexOf('/', HTTPS.length());
    if (path < 0 || !isPlainOrigin(text, path) || isOriginAgain(text, path)) {
      return HttpUrl.parse(text);
    }
    HttpUrl origin = origin(text.substring(0, path));
    return origin == null ? null : origin.resolve(text.substring(path));
  }

  /** A URL that was read before. */
  HttpUrl get(String canonical) {
    HttpUrl url = parse(canonical);
    if (url == null) {
      throw new IllegalArgumentException("a request's URL cannot be read");
    }
    return url;
  }

  private @Nullable HttpUrl origin(String text) {
    HttpUrl known = origins.get(text);
    if (known != null) {
      return known;
    }
    HttpUrl read = HttpUrl.parse(text);
    if (read != null && origins.size() < MOST) {
      origins.put(text, read);
    }
    return read;
  }

  /** Whether the text before the path is a scheme, a host of letters and perhaps a port. */
  private static boolean isPlainOrigin(String text, int path) {
    if (!text.startsWith(HTTPS) || path == HTTPS.length()) {
      return false;
    }
    for (int i = HTTPS.length(); i < path; i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || ".:-".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** Behind two slashes a path alone would be taken for a host. */
  private static boolean isOriginAgain(String text, int path) {
    return path + 1 < text.length() && "/\\".indexOf(text.charAt(path + 1)) >= 0;
  }
}
