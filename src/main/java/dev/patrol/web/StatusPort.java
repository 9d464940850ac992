package dev.patrol.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers over HTTP how a scheduler is. The reports are served to this machine alone; an address
 * that others reach gets {@code /healthz} and {@code /metrics}.
 */
public final class StatusPort implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatusPort.class);
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(2);
  private static final int THREADS = 16;
  private static final int WAITING = 64;
  private static final int BACKLOG = 64;
  private static final Pattern SLASH = Pattern.compile("/");

  private final HttpServer server;
  private final ThreadPoolExecutor workers = workers();
  private final boolean loopback;
  private final BoundedCheck check;
  private final Metrics metrics;
  private final SortedMap<String, ReportFiles> reports = new TreeMap<>();

  private StatusPort(
      HttpServer server, HealthCheck check, Metrics metrics, Map<String, Path> reports) {
    this.server = server;
    this.loopback = server.getAddress().getAddress().isLoopbackAddress();
    this.check = new BoundedCheck(check, LONGEST_CHECK);
    this.metrics = metrics;
    reports.forEach((schedule, folder) -> this.reports.put(schedule, new ReportFiles(folder)));
  }

  /**
   * Starts to answer.
   *
   * @param address a name or IP address of this machine
   * @param port the port, or 0 for any free one
   * @param reports by schedule: the folder of its reports
   * @throws ProblemsException when nobody can listen there
   */
  public static StatusPort start(
      String address, int port, HealthCheck check, Metrics metrics, Map<String, Path> reports) {
    // Read once, when the JDK's server class loads: a client that dawdles is cut off.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "120");
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getByName(address), port);
      HttpServer server = HttpServer.create(place, BACKLOG);
      StatusPort started = new StatusPort(server, check, metrics, reports);
      server.setExecutor(started.workers);
      server.createContext("/", started::serve);
      server.start();
      return started;
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(
              "http", "cannot listen at " + address + ", port " + port + ": " + e.getMessage()));
    }
  }

  /** Where it answers. */
  public URI uri() {
    InetSocketAddress place = server.getAddress();
    String host = place.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + place.getPort() + "/");
  }

  /** Stops at once; answers that are under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("a client went away", e);
    } catch (RuntimeException e) {
      LOG.warn("{} could not be answered", exchange.getRequestURI().getPath(), e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    if (loopback && !Hosts.isLoopback(exchange.getRequestHeaders().getFirst("Host"))) {
      send(exchange, 403, "text/plain", "This machine's own name is expected as host.\n");
      return;
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      send(exchange, 405, "text/plain", "GET is expected.\n");
      return;
    }
    String path = String.valueOf(exchange.getRequestURI().getPath());
    switch (path) {
      case "/healthz" -> health(exchange);
      case "/metrics" -> metrics(exchange);
      default -> {
        if (loopback) {
          report(exchange, path);
        } else {
          missing(exchange);
        }
      }
    }
  }

  private void health(HttpExchange exchange) throws IOException, InterruptedException {
    Optional<Health> health = check.look();
    int status = health.filter(Health::isSound).isPresent() ? 200 : 503;
    send(exchange, status, "application/json", HealthJson.write(health));
  }

  private void metrics(HttpExchange exchange) throws IOException, InterruptedException {
    check
        .look()
        .ifPresent(
            health -> health.schedules().forEach(each -> metrics.next(each.name(), each.next())));
    send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
  }

  private void report(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/") || path.equals("/reports/")) {
      send(exchange, 200, "text/html; charset=utf-8", ReportLinks.page(reports.keySet()));
      return;
    }
    List<String> names = SLASH.splitAsStream(path).skip(1).toList();
    ReportFiles files = names.size() < 2 ? null : reports.get(names.get(1));
    if (files == null || !names.get(0).equals("reports")) {
      missing(exchange);
    } else if (names.size() == 2 || (names.size() == 3 && !path.endsWith("/"))) {
      // The links of the page start from its folder.
      String run = names.size() == 2 ? "latest" : names.get(2);
      String folder = "/reports/" + names.get(1) + "/" + URLEncoder.encode(run, UTF_8) + "/";
      exchange.getResponseHeaders().set("Location", folder);
      send(exchange, 302, "text/plain", "The report is at " + folder + "\n");
    } else {
      Optional<Path> file = files.find(names.subList(2, names.size()));
      if (file.isPresent()) {
        send(exchange, file.get());
      } else {
        missing(exchange);
      }
    }
  }

  private static void missing(HttpExchange exchange) throws IOException {
    send(exchange, 404, "text/plain", "There is nothing here.\n");
  }

  private static void send(HttpExchange exchange, Path file) throws IOException {
    head(exchange, ReportFiles.type(file));
    long size = Files.size(file);
    exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
    try (OutputStream body = exchange.getResponseBody()) {
      Files.copy(file, body);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    send(exchange, status, type, text.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    head(exchange, type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void head(HttpExchange exchange, String type) {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
  }

  private static ThreadPoolExecutor workers() {
    AtomicInteger made = new AtomicInteger();
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(WAITING),
        work -> {
          Thread thread = new Thread(work, "http-" + made.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
