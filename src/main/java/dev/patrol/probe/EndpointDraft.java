package dev.patrol.probe;

import dev.patrol.model.BodyType;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.ProbeMode;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Site;
import dev.patrol.probe.Draft.Content;
import dev.patrol.probe.Draft.Ready;
import dev.patrol.probe.Draft.Refused;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an endpoint may be probed and with which request.
 *
 * <p>It is the endpoint's own request but for one thing: the Authorization header is always right.
 * A malformed header is seen without asking, and sending it would only hide what the key can do.
 */
final class EndpointDraft {
  private static final String JSON = "application/json";
  private static final Set<String> BODILESS = Set.of("GET", "HEAD");

  private final AllowList allowList;
  private final Site site;
  private final SecretTraces traces;
  private final UrlReader urls;

  EndpointDraft(AllowList allowList, Site site, SecretTraces traces, UrlReader urls) {
    this.allowList = allowList;
    this.site = site;
    this.traces = traces;
    this.urls = urls;
  }

  Draft of(Endpoint endpoint) {
    Operation operation = endpoint.operation();
    if (endpoint.probe() == ProbeMode.NEVER) {
      return new Refused(SkipReason.NEVER);
    }
    if (isWebSocket(endpoint)) {
      return new Refused(SkipReason.WEBSOCKET);
    }
    if (operation != null && operation.isOAuthFlow()) {
      return new Refused(SkipReason.OAUTH_FLOW);
    }
    Optional<HttpUrl> url = SentUrl.parse(urls, endpoint.url(), endpoint.address());
    if (url.isEmpty()) {
      return new Refused(SkipReason.UNREADABLE_URL);
    }
    if (!allowList.allows(site, endpoint.address(), url.get())) {
      return new Refused(SkipReason.HOST);
    }
    if (operation == null || !operation.method().equals(endpoint.method())) {
      return new Refused(SkipReason.UNKNOWN_OPERATION);
    }
    return allowed(endpoint, operation, url.get());
  }

  private Draft allowed(Endpoint endpoint, Operation operation, HttpUrl url) {
    if (endpoint.probe() == ProbeMode.AUTO && operation.sideEffect() != SideEffect.NONE) {
      return new Refused(SkipReason.SIDE_EFFECT);
    }
    if (operation.bodyType() == BodyType.MULTIPART) {
      return new Refused(SkipReason.MULTIPART);
    }
    // Without its body it would be another request, whose refusal says nothing about this one.
    if (endpoint.bodyUnknown() && !BODILESS.contains(endpoint.method())) {
      return new Refused(SkipReason.BODY_UNKNOWN);
    }
    HttpUrl sent = SentUrl.withoutSecrets(url, traces);
    if (traces.in(sent.encodedPath())) {
      return new Refused(SkipReason.SECRET_IN_URL);
    }
    String body = body(endpoint);
    String contentType = contentType(endpoint, operation, body);
    if ((body != null && traces.in(body)) || (contentType != null && traces.in(contentType))) {
      return new Refused(SkipReason.SECRET_IN_BODY);
    }
    return new Ready(
        operation,
        new Content(endpoint.method(), sent.toString(), body, contentType),
        why(endpoint, operation));
  }

  private static boolean isWebSocket(Endpoint endpoint) {
    Operation operation = endpoint.operation();
    return endpoint.method().equals("WS")
        || (operation != null && operation.isWebSocket())
        || Set.of("ws", "wss").contains(endpoint.address().scheme());
  }

  private static @Nullable String body(Endpoint endpoint) {
    return BODILESS.contains(endpoint.method()) ? null : endpoint.body();
  }

  private static @Nullable String contentType(
      Endpoint endpoint, Operation operation, @Nullable String body) {
    if (BODILESS.contains(endpoint.method())
        || (body == null && operation.bodyType() == BodyType.NONE)) {
      return null;
    }
    String configured = endpoint.contentType();
    return configured != null && HeaderText.isLegal(configured) ? configured : JSON;
  }

  private static String why(Endpoint endpoint, Operation operation) {
    return endpoint.probe() == ProbeMode.ALWAYS
        ? "the inventory asks for it (probe is always; side effect: "
            + operation.sideEffect().id()
            + ")"
        : "an endpoint calls it, and it has no side effect";
  }
}
