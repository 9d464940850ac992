package dev.patrol.notify;

import java.util.Map;

/**
 * What is sent to a webhook.
 *
 * @param query to add to its URL, such as {@code timestamp=1}; may be empty
 * @param headers by name
 * @param body JSON
 */
record Post(String query, Map<String, String> headers, String body) {
  Post {
    headers = Map.copyOf(headers);
  }

  /** With nothing but a body. */
  static Post of(String body) {
    return new Post("", Map.of(), body);
  }
}
