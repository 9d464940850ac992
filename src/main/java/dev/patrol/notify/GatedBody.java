package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A request's body, which is asked for once a connection stands; only then the gate is passed. */
final class GatedBody implements BodyPublisher {
  private final BodyPublisher body;
  private final Gate gate;

  GatedBody(String body, Gate gate) {
    this.body = BodyPublishers.ofString(body, UTF_8);
    this.gate = gate;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (gate.pass()) {
      body.subscribe(subscriber);
      return;
    }
    subscriber.onSubscribe(
        new Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        });
    subscriber.onError(new IOException("given up"));
  }
}
