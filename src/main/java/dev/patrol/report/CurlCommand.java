package dev.patrol.report;

import dev.patrol.model.Endpoint;

/**
 * An endpoint's request as it is configured: a shell command that takes the token from {@code
 * $COZE_TOKEN}.
 */
final class CurlCommand {
  private CurlCommand() {}

  /** The command, of several lines. */
  static String of(Endpoint endpoint) {
    StringBuilder command = new StringBuilder("curl -i -X ");
    command.append(ShellWord.of(endpoint.method()));
    command.append(" --url ").append(ShellWord.of(SafeText.url(endpoint.url())));
    command.append(ShellWord.NEXT_LINE).append("-H ").append(ShellWord.BEARER);
    String body = endpoint.body();
    if (body != null && !body.isEmpty()) {
      String type = endpoint.mediaType();
      command.append(ShellWord.NEXT_LINE).append("-H ");
      command.append(ShellWord.of("Content-Type: " + (type == null ? "application/json" : type)));
      command
          .append(ShellWord.NEXT_LINE)
          .append("--data-raw ")
          .append(ShellWord.of(SafeBody.of(body)));
    }
    return command.toString();
  }
}
