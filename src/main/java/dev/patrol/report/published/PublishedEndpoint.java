package dev.patrol.report.published;

import dev.patrol.model.Cause;
import dev.patrol.model.Verdict;
import java.util.List;

/**
 * An endpoint of a published run.
 *
 * @param id the endpoint's id
 * @param token the token that it is called with
 * @param verdict the endpoint as a whole
 * @param cause why it fails
 * @param alternatives other causes that fit as well
 */
public record PublishedEndpoint(
    String id, String token, Verdict verdict, Cause cause, List<Cause> alternatives) {
  public PublishedEndpoint {
    alternatives = List.copyOf(alternatives);
  }
}
