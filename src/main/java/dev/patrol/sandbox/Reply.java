package dev.patrol.sandbox;

import java.util.Map;
import java.util.TreeMap;

/**
 * One answer on its way.
 *
 * @param name the recorded answer or manner it was made from
 * @param status HTTP status
 * @param headers HTTP headers
 * @param body the body
 * @param manner how it is delivered
 */
record Reply(String name, int status, Map<String, String> headers, String body, Manner manner) {
  Reply {
    headers = Map.copyOf(headers);
  }

  Reply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(name, status, more, body, manner);
  }

  Reply with(Manner otherManner) {
    return new Reply(otherManner.id(), status, headers, body, otherManner);
  }

  Reply withBody(String otherBody) {
    return new Reply(name, status, headers, otherBody, manner);
  }
}
