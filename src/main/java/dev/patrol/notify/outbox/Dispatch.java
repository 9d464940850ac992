package dev.patrol.notify.outbox;

/**
 * What became of messages in one go.
 *
 * @param sent how many were taken over
 * @param refused how many were given up
 * @param unsure of how many it is not known whether they arrived
 * @param left how many wait for another time
 */
public record Dispatch(int sent, int refused, int unsure, int left) {}
