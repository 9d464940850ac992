package dev.patrol.report.published;

import dev.patrol.model.TokenState;
import java.util.List;

/**
 * A token of a published run.
 *
 * @param id the token's id
 * @param state its state
 * @param end when it ends as the report prints it, {@code never}, or empty when it is not known
 * @param owners positions in {@link PublishedRun#owners}, its own owner first
 */
public record PublishedToken(String id, TokenState state, String end, List<Integer> owners) {
  public PublishedToken {
    owners = List.copyOf(owners);
  }
}
