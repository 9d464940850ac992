package dev.patrol.probe;

import java.util.Optional;

/**
 * Remembers what requests brought back, so that a run that was broken off goes on without sending
 * them again. For use by several threads.
 */
public interface ReplyLog {
  /** Remembers nothing. */
  ReplyLog NONE =
      new ReplyLog() {
        @Override
        public Optional<Outcome> find(String token, String request) {
          return Optional.empty();
        }

        @Override
        public void keep(String token, String request, Outcome outcome) {}
      };

  /**
   * What the request brought back before.
   *
   * @param token the token's id
   * @param request the {@link PlannedRequest#key} of the request
   */
  Optional<Outcome> find(String token, String request);

  /**
   * Keeps what a request brought back; the request counts as under way until this returns.
   *
   * @param token the token's id
   * @param request the {@link PlannedRequest#key} of the request
   */
  void keep(String token, String request, Outcome outcome);
}
