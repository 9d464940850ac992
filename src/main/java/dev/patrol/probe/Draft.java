package dev.patrol.probe;

import dev.patrol.model.Operation;
import org.jspecify.annotations.Nullable;

/** What an endpoint's probe would be, before equal ones are merged and caps are applied. */
sealed interface Draft {
  /** A request that may be sent. */
  record Ready(Operation operation, Content content, String why) implements Draft {}

  /** Nothing may be sent. */
  record Refused(SkipReason reason) implements Draft {}

  /** What makes two requests of one token the same. */
  record Content(String method, String url, @Nullable String body, @Nullable String contentType) {}
}
