package dev.patrol.report;

import dev.patrol.model.Endpoint;

/** An endpoint's request as a shell command that takes the token from {@code $COZE_TOKEN}. */
final class CurlCommand {
  private static final String NEXT_LINE = " \\\n    ";

  private CurlCommand() {}

  /** The command, indented by two blanks. */
  static String of(Endpoint endpoint) {
    StringBuilder command = new StringBuilder("  curl -i -X ");
    command.append(quoted(SafeText.of(endpoint.method())));
    command.append(" --url ").append(quoted(SafeText.url(endpoint.url())));
    command.append(NEXT_LINE).append("-H \"Authorization: Bearer $COZE_TOKEN\"");
    String body = endpoint.body();
    if (body != null && !body.isEmpty()) {
      String type = endpoint.mediaType();
      command.append(NEXT_LINE).append("-H ");
      command.append(quoted("Content-Type: " + (type == null ? "application/json" : type)));
      command.append(NEXT_LINE).append("--data-raw ").append(quoted(SafeBody.of(body)));
    }
    return command.toString();
  }

  /** Single quotes keep everything but themselves from the shell. */
  private static String quoted(String text) {
    String safe = SafeText.of(text);
    boolean plain = !safe.isEmpty() && safe.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return plain ? safe : "'" + safe.replace("'", "'\\''") + "'";
  }
}
