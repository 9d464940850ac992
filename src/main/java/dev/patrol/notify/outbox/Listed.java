package dev.patrol.notify.outbox;

/**
 * A message as the store has it.
 *
 * @param run the run that it tells of
 * @param planned the message and its channel
 * @param state how far it has come
 * @param over whether nothing more will be tried
 * @param attempts how often it was tried
 * @param reason why it was not taken, or empty
 */
public record Listed(
    String run, Planned planned, State state, boolean over, int attempts, String reason) {}
