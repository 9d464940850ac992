package dev.patrol.rules;

import dev.patrol.model.PointAccepted;
import dev.patrol.model.PointRefused;
import dev.patrol.model.WorkspaceAccepted;
import dev.patrol.model.WorkspaceRefused;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which points and workspaces the rules concluded each token to hold or to lack. */
final class Rights {
  private final Map<String, Set<String>> holding = new HashMap<>();
  private final Map<String, Set<String>> lacking = new HashMap<>();

  /** Picks the conclusions out of a session's facts. */
  Rights(Collection<? extends Object> facts) {
    for (Object fact : facts) {
      if (fact instanceof PointAccepted accepted) {
        add(holding, accepted.token(), accepted.point());
      } else if (fact instanceof WorkspaceAccepted accepted) {
        add(holding, accepted.token(), accepted.workspace());
      } else if (fact instanceof PointRefused refused) {
        add(lacking, refused.token(), refused.point());
      } else if (fact instanceof WorkspaceRefused refused) {
        add(lacking, refused.token(), refused.workspace());
      }
    }
  }

  Set<String> holding(String token) {
    return holding.getOrDefault(token, Set.of());
  }

  Set<String> lacking(String token) {
    return lacking.getOrDefault(token, Set.of());
  }

  private static void add(Map<String, Set<String>> byToken, String token, String right) {
    byToken.computeIfAbsent(token, t -> new HashSet<>()).add(right);
  }
}
