package dev.patrol.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks a sandbox as an application would, naming the host it means. */
final class Client implements AutoCloseable {
  static final String CN = "api.coze.cn";
  static final String COM = "api.coze.com";
  private static final MediaType JSON = MediaType.get("application/json");

  private final Sandbox sandbox;
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .retryOnConnectionFailure(false)
          .callTimeout(Duration.ofSeconds(20))
          .build();

  Client(World world) {
    sandbox = Sandbox.start(world, 0);
  }

  Client(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What came back. */
  record Shown(int status, Headers headers, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    String code() {
      return json().path("code").asText();
    }

    String msg() {
      return json().path("msg").asText();
    }

    String logid() {
      String logid = headers.get("X-Tt-Logid");
      return logid == null ? "" : logid;
    }

    /** Status and code, such as {@code 200 4101}. */
    String brief() {
      return status + " " + code();
    }
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Shown get(String host, String target, String token) throws IOException {
    return ask("GET", host, target, "Bearer " + token, null);
  }

  Shown post(String host, String target, String token, String body) throws IOException {
    return ask("POST", host, target, "Bearer " + token, body);
  }

  Shown ask(
      String method,
      String host,
      String target,
      @Nullable String authorization,
      @Nullable String body)
      throws IOException {
    Request.Builder request =
        new Request.Builder().url(sandbox.uri() + target).header("Host", host);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    boolean bodiless = method.equals("GET") || method.equals("HEAD");
    request.method(method, bodiless ? null : RequestBody.create(body == null ? "" : body, JSON));
    return ask(request.build());
  }

  Shown ask(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Shown(response.code(), response.headers(), response.body().string());
    }
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
    sandbox.close();
  }
}
