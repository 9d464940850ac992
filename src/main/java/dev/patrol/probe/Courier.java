package dev.patrol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Failure;
import dev.patrol.model.Secret;
import dev.patrol.model.SideEffect;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Carries one request to the service and reads the response; tries once. */
final class Courier {
  private static final String LOGID = "X-Tt-Logid";

  private final HttpClients clients;
  private final AnswerMeanings meanings;
  private final Clock clock;
  private final Map<String, HttpUrl> routes;
  private final int maxBody;

  Courier(ProbeSettings settings, HttpClients clients, AnswerMeanings meanings, Clock clock) {
    this.clients = clients;
    this.meanings = meanings;
    this.clock = clock;
    this.routes =
        settings.routes().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, route -> route.getValue().origin()));
    this.maxBody = settings.maxBody();
  }

  Attempt send(Errand errand) {
    PlannedRequest planned = errand.planned();
    Secret secret = errand.run().plan().secret().orElseThrow();
    Passage passage = new Passage();
    Request request = request(planned, errand.url(), secret).tag(Passage.class, passage).build();
    boolean repeatable = planned.operation().sideEffect() == SideEffect.NONE;
    Call call = clients.of(request, repeatable).newCall(request);
    SecretTraces traces = new SecretTraces(secret);
    try (Response response = call.execute()) {
      passage.isAnswered();
      AnswerReader reader =
          new AnswerReader(meanings, traces, response.code(), response.header(LOGID));
      return new Attempt(
          read(call, response, reader),
          true,
          RetryAfter.parse(HttpClients.retryAfter(response), clock.instant()));
    } catch (IOException e) {
      Failure failure = Failures.of(e, passage.hasLeft(), passage.wasAnswered());
      return new Attempt(Reply.failed(failure), passage.hasLeft(), Optional.empty());
    }
  }

  private Request.Builder request(PlannedRequest planned, HttpUrl url, Secret secret) {
    String authority = Authority.of(url);
    HttpUrl route = routes.get(authority);
    Request.Builder request =
        new Request.Builder()
            .url(route == null ? url : rerouted(url, route))
            .method(planned.method(), body(planned))
            .header("Authorization", "Bearer " + secret.unwrap())
            .header("User-Agent", "patrol");
    if (route != null) {
      request.header("Host", authority);
    }
    if (planned.contentType() != null) {
      request.header("Content-Type", planned.contentType());
    }
    // The documentation asks for it with these operations, so that large ids arrive as text.
    if (url.encodedPath().startsWith("/open_api/knowledge/")) {
      request.header("Agw-Js-Conv", "str");
    }
    return request;
  }

  private static HttpUrl rerouted(HttpUrl url, HttpUrl origin) {
    return origin
        .newBuilder()
        .encodedPath(url.encodedPath())
        .encodedQuery(url.encodedQuery())
        .build();
  }

  private static @Nullable RequestBody body(PlannedRequest planned) {
    if (planned.method().equals("GET") || planned.method().equals("HEAD")) {
      return null;
    }
    String body = planned.body() == null ? "" : planned.body();
    return RequestBody.create(ByteString.of(body.getBytes(UTF_8)), null);
  }

  private Reply read(Call call, Response response, AnswerReader reader) throws IOException {
    MediaType type = response.body().contentType();
    String mediaType =
        type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    if (AnswerReader.isSound(response.code(), mediaType)) {
      call.cancel();
      return reader.accepted();
    }
    boolean events = AnswerReader.isEventStream(mediaType);
    BufferedSource source = response.body().source();
    boolean tooLong = !events && response.body().contentLength() > maxBody;
    if (tooLong || !isWhole(source, events)) {
      // Else closing the response would read on for a while.
      call.cancel();
      if (!events) {
        return reader.unreadable();
      }
    }
    Charset charset = type == null ? UTF_8 : type.charset(UTF_8);
    return reader.read(mediaType, source.getBuffer().readString(charset == null ? UTF_8 : charset));
  }

  /**
   * Reads up to the limit; whether that was all. A stream of events may go on for longer than
   * anyone waits, so it is judged by what came until then.
   */
  private boolean isWhole(BufferedSource source, boolean events) throws IOException {
    try {
      return !source.request(maxBody + 1L);
    } catch (InterruptedIOException e) {
      if (!events || source.getBuffer().size() == 0) {
        throw e;
      }
      return false;
    }
  }
}
