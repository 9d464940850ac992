package dev.patrol.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A conclusion: the service takes this token as a token.
 *
 * @param token the token's id
 * @param proven false when the only sign is an operation that asks for no permission point, of
 *     which it is not documented that it refuses a dead key
 * @param evidence what the service said
 */
public record KeyAccepted(String token, boolean proven, String evidence) implements OfToken {

  /** The steps that what is known of a call leaves open, in the guide's order. */
  public List<Cause> doubts(Endpoint endpoint, Token of) {
    List<Cause> doubts = new ArrayList<>();
    if (!proven) {
      doubts.add(Cause.KEY_VALIDITY);
    }
    if (!of.permissions().known()) {
      doubts.add(Cause.KEY_PERMISSION);
    }
    Operation operation = endpoint.operation();
    if (operation != null && operation.needsWorkspace() && !of.workspaces().known()) {
      doubts.add(Cause.KEY_WORKSPACE);
    }
    return doubts;
  }
}
