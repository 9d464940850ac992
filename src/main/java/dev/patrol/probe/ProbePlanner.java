package dev.patrol.probe;

import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Secret;
import dev.patrol.model.Token;
import dev.patrol.probe.Decision.Ask;
import dev.patrol.probe.Decision.Skip;
import dev.patrol.probe.Draft.Content;
import dev.patrol.probe.Draft.Ready;
import dev.patrol.probe.Draft.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decides which requests are sent, before any is. One planner serves one run: it counts what the
 * run may still send, in the order in which dossiers are planned, and is for one thread.
 */
public final class ProbePlanner {
  private final ProbeSettings settings;
  private final Function<Token, Optional<Secret>> secrets;
  private final AllowList allowList;
  private final IdentityDraft identity;
  private final UrlReader urls = new UrlReader();
  private final SortedMap<String, Integer> perAccount = new TreeMap<>();
  private final SortedMap<SkipReason, Integer> skipped = new TreeMap<>();
  private int planned;
  private int shared;

  /**
   * A planner for one run.
   *
   * @param settings caps, hosts, and whether anything is sent at all
   * @param storeCategoryList the operation that identifies a token without a permission point
   * @param workspaceList the operation that identifies a token by a point it declares
   * @param secrets finds a token's value; not asked when offline
   */
  public ProbePlanner(
      ProbeSettings settings,
      Operation storeCategoryList,
      Operation workspaceList,
      Function<Token, Optional<Secret>> secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.allowList = new AllowList(settings);
    this.identity = new IdentityDraft(allowList, storeCategoryList, workspaceList);
  }

  /** The plan for a dossier: the identity probe first, then its endpoints in their order. */
  public DossierPlan plan(Dossier dossier) {
    if (settings.offline()) {
      return nothing(dossier, SkipReason.OFFLINE);
    }
    Token token = dossier.token();
    Optional<Secret> secret =
        secrets.apply(token).filter(value -> HeaderText.isToken(value.unwrap()));
    if (secret.isEmpty()) {
      return nothing(dossier, SkipReason.NO_SECRET);
    }
    EndpointDraft drafts =
        new EndpointDraft(allowList, token.site(), new SecretTraces(secret.get()), urls);
    Requests requests = new Requests();
    Decision asked = requests.decide(identity.of(dossier), Optional.empty());
    List<Decision> decisions = new ArrayList<>();
    for (Endpoint endpoint : dossier.endpoints()) {
      decisions.add(requests.decide(drafts.of(endpoint), Optional.of(endpoint.id())));
    }
    return counted(new DossierPlan(dossier, secret, requests.toList(), asked, decisions));
  }

  /** Counts requests against the run's cap that were planned when the run was begun. */
  public void count(int requests) {
    planned += requests;
  }

  /** What all dossiers planned so far are going to cost. */
  public PlanTotals totals() {
    return new PlanTotals(planned, shared, perAccount, skipped);
  }

  private DossierPlan nothing(Dossier dossier, SkipReason reason) {
    Decision skip = new Skip(reason);
    return counted(
        new DossierPlan(
            dossier,
            Optional.empty(),
            List.of(),
            skip,
            Collections.nCopies(dossier.endpoints().size(), skip)));
  }

  private DossierPlan counted(DossierPlan plan) {
    if (!plan.requests().isEmpty()) {
      perAccount.merge(plan.account(), plan.requests().size(), Integer::sum);
    }
    count(plan.identity());
    plan.endpoints().forEach(this::count);
    return plan;
  }

  private void count(Decision decision) {
    if (decision instanceof Skip skip) {
      skipped.merge(skip.reason(), 1, Integer::sum);
    } else if (decision instanceof Ask ask && ask.shared()) {
      shared++;
    }
  }

  /** The requests of one token, each content once. */
  private final class Requests {
    private final List<PlannedRequest> requests = new ArrayList<>();
    private final Map<Content, Integer> known = new HashMap<>();

    Decision decide(Draft draft, Optional<String> endpoint) {
      if (draft instanceof Ready ready) {
        return ask(ready, endpoint);
      }
      return new Skip(((Refused) draft).reason());
    }

    private Decision ask(Ready ready, Optional<String> endpoint) {
      Integer equal = known.get(ready.content());
      if (equal != null) {
        endpoint.ifPresent(id -> requests.set(equal, shared(requests.get(equal), id)));
        return new Ask(equal, true);
      }
      if (requests.size() >= settings.perTokenCap()) {
        return new Skip(SkipReason.TOKEN_CAP);
      }
      if (planned >= settings.perRunCap()) {
        return new Skip(SkipReason.RUN_CAP);
      }
      planned++;
      known.put(ready.content(), requests.size());
      requests.add(request(ready, endpoint));
      return new Ask(requests.size() - 1, false);
    }

    List<PlannedRequest> toList() {
      return requests;
    }
  }

  private static PlannedRequest request(Ready ready, Optional<String> endpoint) {
    Content content = ready.content();
    return new PlannedRequest(
        ready.operation(),
        content.method(),
        content.url(),
        content.body(),
        content.contentType(),
        ready.why(),
        endpoint.map(List::of).orElse(List.of()));
  }

  private static PlannedRequest shared(PlannedRequest request, String endpoint) {
    List<String> endpoints = new ArrayList<>(request.endpoints());
    endpoints.add(endpoint);
    return new PlannedRequest(
        request.operation(),
        request.method(),
        request.url(),
        request.body(),
        request.contentType(),
        request.why(),
        endpoints);
  }
}
