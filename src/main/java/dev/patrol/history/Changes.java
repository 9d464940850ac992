package dev.patrol.history;

/**
 * What changed from one run to the next; several findings of one rule about one subject count once.
 *
 * @param appeared findings that no earlier run reported
 * @param reopened findings that were fixed and are back
 * @param fixed findings that are gone
 */
public record Changes(long appeared, long reopened, long fixed) {}
