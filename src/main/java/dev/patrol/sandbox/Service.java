package dev.patrol.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Redaction;
import dev.patrol.model.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Decides what each call gets: by its host, then by what goes wrong anyway, then by the rules. */
final class Service {
  private static final String CHAT_RETRIEVE = "/v3/chat/retrieve";

  private final World world;
  private final Catalog catalog = Catalog.standard();
  private final Recordings recordings = Recordings.standard();
  private final Map<String, TokenTruth> tokens = new HashMap<>();
  private final LogIds logIds;
  private final CozeSite coze;
  private final StudioSite studio;
  private final Counters attempts = new Counters();

  Service(World world, LongSupplier nanos) {
    this.world = world;
    logIds = new LogIds(world.date());
    coze = new CozeSite(world, nanos);
    studio = new StudioSite(world);
    world.tokens().forEach(token -> tokens.put(token.host() + " " + token.digest(), token));
  }

  Decision decide(Call call) {
    RequestCheck check = check(call);
    TokenTruth token = tokens.get(call.host() + " " + call.bearer().digest());
    String name = token == null ? null : token.name();
    String operation = check.operation() == null ? null : check.operation().id();
    String logid = logIds.of(call.key(name));
    Reply reply =
        misfortune(call, name, operation, logid).orElseGet(() -> answer(call, check, token, logid));
    if (world.echo() && token != null) {
      reply = leaking(reply, call.bearer());
    }
    return new Decision(
        reply,
        new Received(
            call.method(),
            call.host(),
            Redaction.mask(call.path()),
            operation,
            name,
            reply.name()));
  }

  private RequestCheck check(Call call) {
    // The service takes POST for this one GET operation; two official SDKs rely on it.
    String method =
        call.path().equals(CHAT_RETRIEVE) && call.method().equals("POST") ? "GET" : call.method();
    return catalog.check(method, call.address(), call.body(), call.contentType());
  }

  private Reply answer(Call call, RequestCheck check, @Nullable TokenTruth token, String logid) {
    if (world.selfHosted().contains(call.host())) {
      return studio.reply(call, check, token, logid);
    }
    for (Site site : Site.values()) {
      if (call.host().equals(site.apiHost())) {
        return coze.reply(site, call, check, token, logid);
      }
      if (call.host().equals(site.consoleHost())) {
        boolean consent = check.operation() != null && check.operation().isConsentPage();
        return recordings
            .get(consent ? "oauth-authorize-redirect" : "err-console-page")
            .reply(logid);
      }
      if (call.host().equals(site.webSocketHost())) {
        return recordings.get("err-websocket-only").reply(logid);
      }
    }
    return recordings.get("err-misdirected").reply(logid);
  }

  private Optional<Reply> misfortune(
      Call call, @Nullable String token, @Nullable String operation, String logid) {
    for (int i = 0; i < world.oddities().size(); i++) {
      Oddity oddity = world.oddities().get(i);
      if (oddity.befalls(token, operation, call.path())
          && (oddity.times() == 0
              || attempts.next("oddity " + i + " " + call.key(token)) < oddity.times())) {
        return Optional.of(odd(oddity, logid));
      }
    }
    return world.weather().strikes() ? struck(call.key(token), logid) : Optional.empty();
  }

  private Reply odd(Oddity oddity, String logid) {
    Optional<Manner> manner = Manner.of(oddity.answer());
    if (manner.isPresent()) {
      return recordings.get("ok-bot-get-online-info").reply(logid).with(manner.get());
    }
    Reply reply = recordings.get(oddity.answer()).reply(logid);
    return oddity.retryAfter() < 0
        ? reply
        : reply.with("Retry-After", Integer.toString(oddity.retryAfter()));
  }

  private Optional<Reply> struck(String key, String logid) {
    long attempt = attempts.next("weather " + key);
    Weather weather = world.weather();
    SplittableRandom chance =
        new SplittableRandom(weather.seed() ^ Digests.number(key + " " + attempt));
    double fate = chance.nextDouble();
    if (fate < weather.resetRate()) {
      return Optional.of(recordings.get("err-5000-server").reply(logid).with(Manner.RESET));
    }
    if (fate < weather.resetRate() + weather.errorRate()) {
      String name = chance.nextBoolean() ? "err-5000-server" : "err-not-json-gateway";
      return Optional.of(recordings.get(name).reply(logid));
    }
    return Optional.empty();
  }

  private static Reply leaking(Reply reply, Bearer bearer) {
    ObjectNode body = Json.object(reply.body());
    if (!body.has("msg")) {
      return reply;
    }
    body.put("msg", body.path("msg").asText() + " (asked with " + bearer.leaked() + ")");
    return reply.withBody(body.toString());
  }
}
