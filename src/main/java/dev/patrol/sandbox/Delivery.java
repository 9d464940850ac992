package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Brings replies to those who asked, in the reply's manner. */
final class Delivery {
  private static final int DRIPS = 600;
  private static final long DRIP_MILLIS = 200;

  private final CountDownLatch closing;

  /** A delivery that waits for nothing once the latch is open. */
  Delivery(CountDownLatch closing) {
    this.closing = closing;
  }

  void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = reply.body().getBytes(UTF_8);
    switch (reply.manner()) {
      case WHOLE -> whole(exchange, reply.status(), body);
      case CUT -> {
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
      }
      case SLOW_DRIP -> drip(exchange, reply.status(), body);
      case SILENCE -> closing.await(DRIPS * DRIP_MILLIS, TimeUnit.MILLISECONDS);
      case RESET -> {
        // Closing the exchange unanswered closes the connection.
      }
    }
  }

  private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  private void drip(HttpExchange exchange, int status, byte[] body)
      throws IOException, InterruptedException {
    exchange.sendResponseHeaders(status, 0);
    OutputStream out = exchange.getResponseBody();
    for (int i = 0; i < DRIPS; i++) {
      out.write(body[i % body.length]);
      out.flush();
      if (closing.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }
}
