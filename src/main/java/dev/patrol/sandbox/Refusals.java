package dev.patrol.sandbox;

import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import java.util.List;
import java.util.Set;

/**
 * The shapes in which the service refuses a key. Which operation uses which is measured for four of
 * them; the others keep to one of the documented shapes each, chosen by the hash of the operation's
 * id, so that all shapes occur and every run sees the same ones.
 */
final class Refusals {
  private static final String INCORRECT = "err-4101-bad-token-chat";
  private static final String GATEWAY = "err-700012006-bad-token";
  private static final Set<String> MEASURED_GATEWAY =
      Set.of("chat-retrieve", "chat-cancel", "chat-message-list");
  private static final List<String> CN = List.of(INCORRECT, GATEWAY, "err-4100-invalid-zh");
  private static final List<String> COM = List.of(INCORRECT, GATEWAY, "err-4100-post-on-get");

  private Refusals() {}

  /** The name of the recorded answer that a refused key gets. */
  static String ofKey(Operation operation, Site site) {
    if (operation.id().equals("chat-create")) {
      return INCORRECT;
    }
    if (MEASURED_GATEWAY.contains(operation.id())) {
      return GATEWAY;
    }
    List<String> shapes = site == Site.CN ? CN : COM;
    return shapes.get(Math.floorMod(operation.id().hashCode(), shapes.size()));
  }
}
