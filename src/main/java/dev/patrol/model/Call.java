package dev.patrol.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint together with all that belongs to it alone: rules that hold one against another find
 * them side by side, and need not look each of them up.
 *
 * @param endpoint the endpoint
 * @param answer its answer
 * @param key the token it is made with
 * @param home the row of {@code workspaces.csv} of the endpoint's workspace, or null when there is
 *     none
 * @param past how it fared in earlier nights, or null when none is known
 */
public record Call(
    Endpoint endpoint, Answer answer, Token key, @Nullable Workspace home, @Nullable History past)
    implements OfToken {
  public Call {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(answer);
    Objects.requireNonNull(key);
  }

  /** The endpoint's id. */
  public String id() {
    return endpoint.id();
  }

  @Override
  public String token() {
    return endpoint.token();
  }

  /** One for each endpoint, in the dossier's order. */
  public static List<Call> of(Probed probed) {
    Dossier dossier = probed.dossier();
    Map<String, Workspace> homes = new HashMap<>();
    dossier.workspaces().forEach(workspace -> homes.put(workspace.id(), workspace));
    Map<String, History> past = new HashMap<>();
    for (History history : probed.past()) {
      if (history.endpoint() != null) {
        past.put(history.endpoint(), history);
      }
    }
    List<Call> calls = new ArrayList<>(dossier.endpoints().size());
    for (int i = 0; i < dossier.endpoints().size(); i++) {
      Endpoint endpoint = dossier.endpoints().get(i);
      calls.add(
          new Call(
              endpoint,
              probed.answers().get(i),
              dossier.token(),
              endpoint.workspace() == null ? null : homes.get(endpoint.workspace()),
              past.get(endpoint.id())));
    }
    return calls;
  }
}
