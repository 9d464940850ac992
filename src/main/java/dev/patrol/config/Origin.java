package dev.patrol.config;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads hosts and the origins that routes lead to. */
final class Origin {
  private static final String NUMBER = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\." + NUMBER + "){3}|\\[::1]");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\\[[0-9a-f:.]+])"
              + "(?::[0-9]{1,5})?");

  private Origin() {}

  /** A host with its port where it has one, without scheme and path; read as lower case. */
  static Kind<String> host() {
    return new Kind<>(
        "expected a host such as coze.example.internal:8888, without scheme and path",
        text -> {
          String host = text.toLowerCase(Locale.ROOT);
          if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(text);
          }
          return host;
        });
  }

  /** A host without scheme, port and path; read as lower case. */
  static Kind<String> hostAlone() {
    return new Kind<>(
        "expected a host such as smtp.example.com, without scheme and port",
        text -> {
          String host = text.toLowerCase(Locale.ROOT);
          if (!HOST.matcher(host).matches() || host.matches("[^:]*:[0-9]*|.*]:[0-9]*")) {
            throw new IllegalArgumentException(text);
          }
          return host;
        });
  }

  /** Whether the host is this machine itself. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** Where requests for a host are really sent: HTTPS, or HTTP to this machine itself. */
  static Kind<URI> origin() {
    return new Kind<>(
        "expected an origin such as https://10.0.0.8:8443, without path, user or query",
        text -> {
          URI origin = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
          String scheme = String.valueOf(origin.getScheme()).toLowerCase(Locale.ROOT);
          String host = String.valueOf(origin.getHost()).toLowerCase(Locale.ROOT);
          String authority = String.valueOf(origin.getAuthority()).toLowerCase(Locale.ROOT);
          boolean bare = origin.toString().equalsIgnoreCase(scheme + "://" + authority);
          if (!bare || !HOST.matcher(authority).matches() || origin.getPort() > 65_535) {
            throw new IllegalArgumentException(text);
          }
          boolean https = scheme.equals("https");
          if (!https && !(scheme.equals("http") && isLoopback(host))) {
            throw new UnexpectedValue(
                "a token may travel in cleartext to this machine only: expected https, or http to"
                    + " localhost, 127.0.0.1 or [::1]");
          }
          return URI.create(scheme + "://" + authority);
        });
  }
}
