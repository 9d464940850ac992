package dev.patrol.cases;

import dev.patrol.config.Nearest;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Probed;
import dev.patrol.yaml.Node;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ids that a case's world knows, for checks of what the case says about them. */
final class Subjects {
  private final Set<String> tokens = new TreeSet<>();
  private final Set<String> endpoints = new TreeSet<>();

  Subjects(List<Probed> dossiers) {
    for (Probed probed : dossiers) {
      tokens.add(probed.dossier().token().id());
      probed.dossier().endpoints().stream().map(Endpoint::id).forEach(endpoints::add);
    }
  }

  /** Adds a mistake for each id that a world speaks of and does not have. */
  void check(World world, Node at, Mistakes mistakes) {
    check("answers", world.answers().keySet(), endpoints, "endpoint", at, mistakes);
    check("foreign-header", world.foreignHeaders(), endpoints, "endpoint", at, mistakes);
    check("identities", world.identities().keySet(), tokens, "token", at, mistakes);
    check("same-secret", world.sharedSecrets(), tokens, "token", at, mistakes);
    for (GivenPast past : world.past()) {
      if (past.endpoint() != null) {
        check("past", List.of(past.endpoint()), endpoints, "endpoint", at, mistakes);
      } else if (past.token() != null) {
        check("past", List.of(past.token()), tokens, "token", at, mistakes);
      }
    }
    if (world.lone() != null && endpoints.size() != 1) {
      mistakes.at(at, "answer: there are " + endpoints.size() + " endpoints; use answers");
    }
  }

  /** Adds a mistake for each endpoint that is expected to be something and is not there. */
  void checkExpected(String key, Collection<String> ids, Node at, Mistakes mistakes) {
    check(key, ids, endpoints, "endpoint", at, mistakes);
  }

  private static void check(
      String key,
      Collection<String> ids,
      Set<String> known,
      String what,
      Node at,
      Mistakes mistakes) {
    for (String id : ids) {
      if (!id.isEmpty() && !known.contains(id)) {
        String hint = Nearest.to(id, known).map(n -> " (did you mean " + n + "?)").orElse("");
        mistakes.at(at, key + ": the case has no " + what + " " + id + hint);
      }
    }
  }
}
