package dev.patrol.cases;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Address;
import dev.patrol.model.Answer;
import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.BodyType;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.History;
import dev.patrol.model.Operation;
import dev.patrol.model.ProbeMode;
import dev.patrol.model.Probed;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a dossier the answers that its case tells. Where the case tells none, a call that an audit
 * would send is accepted, and any other is skipped for the audit's own reason.
 */
final class Probing {
  private static final String LIST_POINT = "listWorkspace";
  private static final int HTTPS = 443;

  private final World world;
  private final Catalog catalog;
  private final AnswerMeanings codes;
  private final Dossier dossier;
  private final Token token;
  private final boolean first;

  /** The probing of a dossier, which may be the first of its case. */
  Probing(World world, Catalog catalog, AnswerMeanings codes, Dossier dossier, boolean first) {
    this.world = world;
    this.catalog = catalog;
    this.codes = codes;
    this.dossier = dossier;
    this.token = dossier.token();
    this.first = first;
  }

  Probed probed() {
    List<Endpoint> endpoints = dossier.endpoints();
    return new Probed(
        dossier,
        identity(),
        endpoints.stream().map(this::answer).toList(),
        first ? world.secretPrefix() : null,
        endpoints.stream()
            .map(Endpoint::id)
            .filter(world.foreignHeaders()::contains)
            .map(ForeignHeader::new)
            .toList(),
        past());
  }

  private List<History> past() {
    Set<String> ids = Set.copyOf(dossier.endpoints().stream().map(Endpoint::id).toList());
    return world.past().stream()
        .filter(
            past ->
                past.endpoint() != null
                    ? ids.contains(past.endpoint())
                    : past.token() == null ? first : past.token().equals(token.id()))
        .map(past -> past.of(token.id(), world.today()))
        .toList();
  }

  private Answer answer(Endpoint endpoint) {
    GivenAnswer given = world.answers().getOrDefault(endpoint.id(), world.lone());
    if (given == null) {
      String skip = skip(endpoint);
      given = skip == null ? GivenAnswer.ACCEPTED : GivenAnswer.skipped(skip);
    }
    return given.answer(token.id(), endpoint.id(), endpoint.operation(), codes);
  }

  private @Nullable String skip(Endpoint endpoint) {
    Operation operation = endpoint.operation();
    if (world.offline()) {
      return "offline";
    }
    if (token.secret() == null) {
      return "no-secret";
    }
    if (endpoint.probe() == ProbeMode.NEVER) {
      return "never";
    }
    if (endpoint.method().equals("WS") || (operation != null && operation.isWebSocket())) {
      return "websocket";
    }
    if (operation != null && operation.isOAuthFlow()) {
      return "oauth-flow";
    }
    if (!isAllowed(endpoint)) {
      return "host";
    }
    return operation == null ? "unknown-operation" : skip(endpoint, operation);
  }

  private static @Nullable String skip(Endpoint endpoint, Operation operation) {
    if (endpoint.probe() == ProbeMode.AUTO && operation.sideEffect() != SideEffect.NONE) {
      return "side-effect";
    }
    if (operation.bodyType() == BodyType.MULTIPART) {
      return "multipart";
    }
    return endpoint.bodyUnknown() ? "body-unknown" : null;
  }

  private boolean isAllowed(Endpoint endpoint) {
    Address address = endpoint.address();
    boolean usual =
        address.scheme().equals("https")
            && (address.port() == -1 || address.port() == HTTPS)
            && address.host().equals(endpoint.properHost(token.site()));
    return usual || world.policy().isSelfHosted(address.authority());
  }

  private Answer identity() {
    GivenAnswer given = world.identities().get(token.id());
    if (given == null && first) {
      given = world.identities().get("");
    }
    if (given == null) {
      String skip = skipIdentity();
      given = skip == null ? GivenAnswer.ACCEPTED : GivenAnswer.skipped(skip);
    }
    String usual =
        token.permissions().covers(LIST_POINT) ? "workspace-list" : "store-category-list";
    String operation = given.operation() == null ? usual : given.operation();
    return given.answer(token.id(), null, catalog.operation(operation).orElse(null), codes);
  }

  private @Nullable String skipIdentity() {
    if (world.offline()) {
      return "offline";
    }
    if (token.secret() == null) {
      return "no-secret";
    }
    boolean elsewhere =
        !dossier.endpoints().isEmpty()
            && dossier.endpoints().stream()
                .allMatch(e -> world.policy().isSelfHosted(e.address().authority()));
    return elsewhere ? "self-hosted" : null;
  }
}
