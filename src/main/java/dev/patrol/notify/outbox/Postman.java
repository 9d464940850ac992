package dev.patrol.notify.outbox;

import dev.patrol.notify.Channel;
import dev.patrol.notify.Delivery;
import dev.patrol.notify.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is left in an outbox, a few rounds of tries with growing waits; what is not taken then
 * waits for the next one that comes. For one thread, except for {@link #stop}.
 */
public final class Postman {
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

  /** A channel that fails so often in a row is left alone for the rest of a round. */
  private static final int FAILURES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Outbox outbox;
  private final Map<String, Channel> channels;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Pauses pauses;
  private final Map<String, State> ends = new HashMap<>();
  private Instant end = Instant.MAX;

  /** A postman for these channels; other channels' messages stay. */
  public Postman(Outbox outbox, List<Channel> channels) {
    this.outbox = outbox;
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    this.pauses = this::pause;
  }

  Postman(Outbox outbox, List<Channel> channels, Pauses pauses) {
    this.outbox = outbox;
    this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    this.pauses = pauses;
  }

  /** Lets a go on another thread come to its end after the message that is under way. */
  public void stop() {
    stopped.countDown();
  }

  private boolean pause(Duration time) throws InterruptedException {
    return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0 || !outbox.now().isBefore(end);
  }

  /**
   * As {@link #send()}, for so long at most; the message that is under way then comes to its end.
   *
   * @throws InterruptedException when the thread is interrupted; nothing is lost by that
   */
  public Dispatch send(Duration most) throws InterruptedException {
    end = outbox.now().plus(most);
    return send();
  }

  /**
   * Sends what is left.
   *
   * @throws InterruptedException when the thread is interrupted; nothing is lost by that
   */
  public Dispatch send() throws InterruptedException {
    outbox.giveUp();
    Set<String> closed = new HashSet<>();
    boolean again = round(closed);
    for (int i = 0; again && i < WAITS.size() && pauses.pause(WAITS.get(i)); i++) {
      again = round(closed);
    }
    return new Dispatch(
        count(State.SENT), count(State.REFUSED), count(State.UNSURE), outbox.left().size());
  }

  private int count(State state) {
    return (int) ends.values().stream().filter(state::equals).count();
  }

  /**
   * Tries each message once.
   *
   * @param closed channels that want to be left alone for longer than a round
   * @return whether another round makes sense
   */
  private boolean round(Set<String> closed) throws InterruptedException {
    boolean again = false;
    Map<String, Integer> failures = new HashMap<>();
    for (Listed listed : new ArrayList<>(outbox.left())) {
      String name = listed.planned().channel();
      Channel channel = channels.get(name);
      if (ends.get(listed.planned().message().id()) == State.UNSURE) {
        // It may be there already: the next run tries again, not this one.
        continue;
      }
      boolean broken = failures.getOrDefault(name, 0) >= FAILURES;
      again |= broken;
      if (channel == null || broken || closed.contains(name) || isStopped()) {
        continue;
      }
      if (!outbox.claim(listed)) {
        continue;
      }
      Delivery delivery = deliver(channel, listed);
      outbox.settle(listed, delivery);
      tell(listed, delivery);
      if (delivery instanceof Delivery.Later later) {
        if (later.receiverAlone()) {
          failures.remove(name);
        } else {
          failures.merge(name, 1, Integer::sum);
        }
        if (later.pause() == null) {
          again = true;
        } else {
          closed.add(name);
        }
      } else {
        failures.remove(name);
      }
    }
    return again && !isStopped();
  }

  private Delivery deliver(Channel channel, Listed listed) throws InterruptedException {
    try {
      return channel.deliver(listed.planned().message());
    } catch (InterruptedException e) {
      outbox.release(listed);
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("channel {} failed unexpectedly", channel.name(), e);
      return new Delivery.Later("unexpected failure of the channel", null);
    }
  }

  private void tell(Listed listed, Delivery delivery) {
    Message message = listed.planned().message();
    String what =
        listed.planned().channel() + (message.to() == null ? "" : " to " + message.to().address());
    if (delivery instanceof Delivery.Delivered) {
      ends.put(message.id(), State.SENT);
      LOG.info("message {} by {}: sent", message.id(), what);
    } else if (delivery instanceof Delivery.Refused no) {
      ends.put(message.id(), State.REFUSED);
      LOG.warn("message {} by {}: refused: {}", message.id(), what, no.reason());
    } else if (delivery instanceof Delivery.Unsure open) {
      ends.put(message.id(), State.UNSURE);
      LOG.warn("message {} by {}: it may have arrived: {}", message.id(), what, open.reason());
    } else if (delivery instanceof Delivery.Later later) {
      LOG.warn("message {} by {}: not taken yet: {}", message.id(), what, later.reason());
    }
  }
}
