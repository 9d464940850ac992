package dev.patrol.history;

import dev.patrol.model.Severity;
import java.time.Instant;

/**
 * Something that happened to a finding. What does not apply is empty.
 *
 * @param run the name of the run in which it happened; empty when that run is forgotten
 * @param when that run began, or when the finding was first seen when the run is forgotten
 * @param inventory the inventory's key
 * @param kind {@code new}, {@code reopened}, {@code changed} or {@code fixed}
 * @param severity how much it matters
 * @param rule the rule's id
 * @param title the rule's title
 * @param token the token's id
 * @param endpoint the endpoint's id
 * @param workspace the workspace's id
 * @param holder the key of a holder of tokens
 * @param evidence what was seen
 * @param firstSeen when the first run began that reported it
 */
public record FindingRecord(
    String run,
    Instant when,
    String inventory,
    String kind,
    Severity severity,
    String rule,
    String title,
    String token,
    String endpoint,
    String workspace,
    String holder,
    String evidence,
    Instant firstSeen) {}
