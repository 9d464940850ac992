package dev.patrol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that is going to be sent with a token. It holds no secret and can be shown.
 *
 * @param operation the documented operation it calls
 * @param method HTTP method
 * @param url the URL as it is sent
 * @param body the body as it is sent, or null when there is none
 * @param contentType the body's type, or null when there is no body
 * @param why why it is sent, for people
 * @param endpoints the ids of the endpoints that it answers for; none when it is for the token's
 *     identity alone
 */
public record PlannedRequest(
    Operation operation,
    String method,
    String url,
    @Nullable String body,
    @Nullable String contentType,
    String why,
    List<String> endpoints) {
  public PlannedRequest {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * Tells the request from any other one that is sent with the same token: a hash of its content.
   */
  public String key() {
    String content =
        String.join("\n", method, url, String.valueOf(contentType), String.valueOf(body));
    return UUID.nameUUIDFromBytes(content.getBytes(UTF_8)).toString();
  }
}
