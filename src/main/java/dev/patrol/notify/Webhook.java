package dev.patrol.notify;

import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Unsure;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Posts messages to a chat, or to a program of one's own. Attachments do not go along. */
public final class Webhook implements Channel {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(30);

  private final String name;
  private final Dialect dialect;
  private final URI url;
  private final @Nullable Secret key;
  private final Clock clock;
  private final Duration limit;
  private final HttpClient client;
  private final WebhookAnswer answers;

  /**
   * A webhook.
   *
   * @param url HTTPS, or HTTP to this machine; never shown
   * @param key to sign with; null for none
   * @param clock says the time that is signed
   * @throws IllegalArgumentException when the URL cannot be used; the message does not hold it
   */
  public Webhook(String name, WebhookKind kind, Secret url, @Nullable Secret key, Clock clock) {
    this(name, kind, url, key, clock, WHOLE, null);
  }

  /** With another limit, and with other certificates than the JDK's when there is a context. */
  Webhook(
      String name,
      WebhookKind kind,
      Secret url,
      @Nullable Secret key,
      Clock clock,
      Duration limit,
      @Nullable SSLContext context) {
    this.name = name;
    this.dialect = kind.dialect();
    this.url = WebhookUrl.of(url);
    this.key = key;
    this.clock = clock;
    this.limit = limit;
    this.answers = new WebhookAnswer(dialect, Reasons.hiding(url, key), clock);
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT);
    this.client = (context == null ? builder : builder.sslContext(context)).build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    Message clean =
        new Message(
            message.id(),
            message.to(),
            PlainText.lines(message.subject()),
            PlainText.lines(message.text()),
            message.attachments());
    Post post = dialect.write(clean, key, clock.instant());
    Gate gate = new Gate();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(WebhookUrl.with(url, post.query()))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(new GatedBody(post.body(), gate));
    post.headers().forEach(request::header);
    CompletableFuture<HttpResponse<String>> call =
        client.sendAsync(request.build(), head -> new BoundedBody());
    try {
      return gate.await(call, answers::read, limit, "the webhook");
    } catch (ExecutionException e) {
      return failed(e.getCause(), gate);
    }
  }

  /** Nothing stays open that needs closing. */
  @Override
  public void close() {}

  private Delivery failed(@Nullable Throwable e, Gate gate) {
    return gate.passed()
        ? new Unsure("the webhook did not answer: the connection broke")
        : new Later("the webhook cannot be reached: " + why(e), null);
  }

  private static String why(@Nullable Throwable e) {
    if (e instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (e instanceof SSLException) {
      return "the encryption failed: " + PlainText.line(String.valueOf(e.getMessage()), 200);
    }
    return e instanceof ConnectException ? "no such host, or nobody there" : "the connection broke";
  }
}
