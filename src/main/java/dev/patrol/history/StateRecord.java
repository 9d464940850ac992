package dev.patrol.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token or an endpoint entered a state.
 *
 * @param run the name of the run that saw it; empty when that run is forgotten
 * @param when that run began, or null when the run is forgotten
 * @param inventory the inventory's key
 * @param token the token's id
 * @param endpoint the endpoint's id; empty for the token itself
 * @param state a token's state, an endpoint's verdict, or {@code gone}
 * @param cause an endpoint's cause; empty for a token
 */
public record StateRecord(
    String run,
    @Nullable Instant when,
    String inventory,
    String token,
    String endpoint,
    String state,
    String cause) {}
