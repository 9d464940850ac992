package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patrol.model.Site;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A local server that answers as the Coze Open API would, if the {@link World} were real. */
public final class Sandbox implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 1024;
  private static final int LARGEST_BODY = 20 * 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService workers = Workers.start();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Journal journal = new Journal();
  private final Delivery delivery = new Delivery(closing);
  private final Service service;
  private final long latencyMillis;

  private Sandbox(HttpServer server, World world, LongSupplier nanos) {
    this.server = server;
    service = new Service(world, nanos);
    latencyMillis = world.weather().latency().toMillis();
    server.setExecutor(workers);
    server.createContext("/", this::serve);
  }

  /**
   * Starts to serve a world on 127.0.0.1 and no other address.
   *
   * @param port the port, or 0 for any free one
   * @throws ProblemsException when the port cannot be used
   */
  public static Sandbox start(World world, int port) {
    return start(world, port, System::nanoTime);
  }

  static Sandbox start(World world, int port, LongSupplier nanos) {
    // Read once, when the JDK's server class loads: without it every answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1024");
    try {
      InetAddress loopback = InetAddress.getByAddress("localhost", LOOPBACK);
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
      Sandbox sandbox = new Sandbox(server, world, nanos);
      server.start();
      return sandbox;
    } catch (BindException e) {
      throw new ProblemsException(
          Problem.in("sandbox", "port " + port + ": expected a free port, got one in use"));
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in("sandbox", "port " + port + ": cannot be used: " + e.getMessage()));
    }
  }

  /**
   * Where it listens. It serves all hosts of its world, told apart by the Host header; to its own
   * address it answers as {@code api.coze.cn}, so that an SDK can be pointed at it.
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The latest calls, oldest first, up to 100,000. */
  public List<Received> received() {
    return journal.list();
  }

  /** Stops at once; calls that are still open are cut off. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      Decision decision = service.decide(call(exchange));
      journal.add(decision.received());
      if (latencyMillis > 0 && closing.await(latencyMillis, TimeUnit.MILLISECONDS)) {
        return;
      }
      delivery.send(exchange, decision.reply());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private Call call(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    String contentType = headers.getFirst("Content-Type");
    boolean text = body.length > 0 && !multipart(contentType);
    return new Call(
        exchange.getRequestMethod(),
        host(headers.getFirst("Host")),
        exchange.getRequestURI().toASCIIString(),
        Bearer.of(headers.getOrDefault("Authorization", List.of())),
        contentType,
        text ? new String(body, UTF_8) : null);
  }

  private String host(@Nullable String header) {
    String host = header == null ? "" : header.toLowerCase(Locale.ROOT);
    int port = server.getAddress().getPort();
    return host.isEmpty() || host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port)
        ? Site.CN.apiHost()
        : host;
  }

  private static boolean multipart(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }
}
