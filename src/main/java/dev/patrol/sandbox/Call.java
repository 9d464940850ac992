package dev.patrol.sandbox;

import dev.patrol.model.Address;
import org.jspecify.annotations.Nullable;

/**
 * One call to be answered.
 *
 * @param method HTTP method, upper case
 * @param host the Host header, lower case, with port where it has one
 * @param target path and query as sent
 * @param bearer what it was authorized with
 * @param contentType its Content-Type, or null
 * @param body its body, or null when there was none or it is no text
 */
record Call(
    String method,
    String host,
    String target,
    Bearer bearer,
    @Nullable String contentType,
    @Nullable String body) {

  /** The call's URL as the service sees it. */
  Address address() {
    return Address.parse("https://" + host + target);
  }

  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What makes two calls of one token equal; it holds no token. */
  String key(@Nullable String token) {
    return method + " " + host + " " + target + " " + (token == null ? "-" : token);
  }
}
