package dev.patrol.rules;

import dev.patrol.model.Answer;
import dev.patrol.model.Call;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failed;
import dev.patrol.model.Firing;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.History;
import dev.patrol.model.OfToken;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rules fired in one session, told apart by the token that the matched facts name. A rule
 * whose facts name none fired for every dossier that holds the workspaces it matched, as it would
 * have done for each of them alone.
 */
final class Trace {
  /** What was noted for one dossier. */
  private record Notes(Dossier dossier, List<Firing> firings) {}

  private final Map<String, Notes> byToken = new LinkedHashMap<>();
  private final Map<String, String> tokenOf = new HashMap<>();
  private final List<Firing> shared = new ArrayList<>();

  /** Firings that name this token are from now on its own. */
  void expect(Probed probed) {
    String token = probed.dossier().token().id();
    byToken.put(token, new Notes(probed.dossier(), new ArrayList<>()));
    probed.foreignHeaders().forEach(foreign -> tokenOf.put(foreign.endpoint(), token));
  }

  /** Notes that a rule fired on these facts, in the order of its conditions. */
  Firing fired(RuleInfo rule, List<Object> facts) {
    String token = null;
    String endpoint = null;
    boolean certain = false;
    for (Object fact : facts) {
      if (token == null) {
        token = tokenOf(fact);
      }
      if (fact instanceof Endpoint found && !certain) {
        endpoint = found.id();
        certain = true;
      } else if (fact instanceof Call call && !certain) {
        endpoint = call.id();
        certain = true;
      } else if (endpoint == null) {
        endpoint = endpointOf(fact);
      }
    }
    Firing firing = new Firing(rule, token, endpoint);
    note(firing, facts);
    return firing;
  }

  private void note(Firing firing, List<Object> facts) {
    String token = firing.token();
    if (token == null && !byToken.isEmpty()) {
      for (Map.Entry<String, Notes> entry : byToken.entrySet()) {
        if (holds(entry.getValue().dossier(), facts)) {
          entry
              .getValue()
              .firings()
              .add(new Firing(firing.rule(), entry.getKey(), firing.endpoint()));
        }
      }
      return;
    }
    Notes notes = token == null ? null : byToken.get(token);
    (notes == null ? shared : notes.firings()).add(firing);
  }

  private static boolean holds(Dossier dossier, List<Object> facts) {
    return facts.stream()
        .allMatch(fact -> !(fact instanceof Workspace) || dossier.workspaces().contains(fact));
  }

  /** Which rules fired for that token, in their order. */
  List<Firing> of(String token) {
    Notes notes = byToken.get(token);
    return notes == null ? List.of() : notes.firings();
  }

  /** Which rules fired in a round without dossiers, in their order. */
  List<Firing> shared() {
    return shared;
  }

  private @Nullable String tokenOf(Object fact) {
    if (fact instanceof OfToken about) {
      return about.token();
    }
    if (fact instanceof Token token) {
      return token.id();
    }
    return fact instanceof ForeignHeader foreign ? tokenOf.get(foreign.endpoint()) : null;
  }

  /** Conclusions name an endpoint as their evidence, and are not about it alone. */
  private static @Nullable String endpointOf(Object fact) {
    if (fact instanceof Answer answer) {
      return answer.endpoint();
    } else if (fact instanceof Failed failed) {
      return failed.endpoint();
    } else if (fact instanceof History history) {
      return history.endpoint();
    } else if (fact instanceof ForeignHeader foreign) {
      return foreign.endpoint();
    }
    return null;
  }
}
