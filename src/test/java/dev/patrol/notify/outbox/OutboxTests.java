package dev.patrol.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.notify.Delivery;
import dev.patrol.notify.Message;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.outbox.Planned.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How messages are sent, retried and given up; on each kind of database. */
abstract class OutboxTests {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Night NIGHT = new Night("team", "first", NOW);
  private static final Delivery AWAY = new Delivery.Later("away", null);

  private final Store store;
  private final ManualClock clock = new ManualClock(NOW);
  private final Outbox outbox;
  private final RecordingChannel mail = new RecordingChannel("mail");
  private final RecordingChannel chat = new RecordingChannel("chat");
  private final List<Duration> pauses = new ArrayList<>();

  OutboxTests(StoreLocation location, @TempDir Path folder) {
    store = Store.open(location);
    outbox = new Outbox(Stores.database(store), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Planned toOwner(String id) {
    Recipient to = new Recipient("Li Wei", id + "@example.com");
    return new Planned("mail", Purpose.OWNER, new Message(id, to, "s", "t\n", List.of()));
  }

  private static Planned toChat(String id) {
    return new Planned("chat", Purpose.SUMMARY, new Message(id, null, "s", "t\n", List.of()));
  }

  private boolean plan(Night night, Optional<Night> last, Planned... messages) {
    return outbox.plan(
        new Plan(night, clock.instant(), false, List.of(messages), List.of(), Set.of(), List.of()),
        last);
  }

  private void plan(Planned... messages) {
    assertThat(plan(NIGHT, Optional.empty(), messages)).isTrue();
  }

  private Dispatch send() throws InterruptedException {
    return new Postman(outbox, List.of(mail, chat), pauses::add).send();
  }

  private Listed only() {
    return outbox.of(NIGHT).get(0);
  }

  @Test
  void a_run_is_planned_once() {
    plan(toOwner("a"));
    assertThat(plan(NIGHT, Optional.empty(), toOwner("b"))).isFalse();
    assertThat(outbox.left()).hasSize(1);
    assertThat(outbox.standing("team").knows(NIGHT)).isTrue();
  }

  @Test
  void two_that_plan_at_the_same_time_plan_once() throws Exception {
    List<Callable<Boolean>> both =
        List.of(
            () -> plan(NIGHT, Optional.empty(), toOwner("a")),
            () -> plan(NIGHT, Optional.empty(), toOwner("b")));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Boolean> kept = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(both)) {
        kept.add(one.get());
      }
      assertThat(kept).containsExactlyInAnyOrder(true, false);
    } finally {
      threads.shutdown();
    }
    assertThat(outbox.left()).hasSize(1);
  }

  @Test
  void what_was_taken_over_is_not_sent_again() throws InterruptedException {
    plan(toOwner("a"), toChat("b"));
    assertThat(send()).isEqualTo(new Dispatch(2, 0, 0, 0));
    assertThat(send()).isEqualTo(new Dispatch(0, 0, 0, 0));
    assertThat(mail.take()).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void what_fails_is_tried_again_with_growing_waits_and_then_by_the_next()
      throws InterruptedException {
    plan(toOwner("a"));
    mail.always(AWAY);
    assertThat(send()).isEqualTo(new Dispatch(0, 0, 0, 1));
    assertThat(mail.take()).hasSize(4);
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
    mail.always(new Delivery.Delivered());
    assertThat(send().sent()).isEqualTo(1);
  }

  @Test
  void a_channel_that_is_down_is_not_asked_for_every_message() throws InterruptedException {
    plan(toOwner("a"), toOwner("b"), toOwner("c"), toOwner("d"), toOwner("e"));
    mail.always(AWAY);
    assertThat(send().left()).isEqualTo(5);
    assertThat(mail.take()).hasSize(12);
  }

  @Test
  void receivers_who_are_not_taken_yet_do_not_hold_up_the_others() throws InterruptedException {
    plan(toOwner("a"), toOwner("b"), toOwner("c"), toOwner("d"));
    Delivery greylisted = new Delivery.Later("greylisted", null, true);
    for (int i = 0; i < 3; i++) {
      mail.next(greylisted);
    }
    new Postman(outbox, List.of(mail, chat), pause -> false).send();
    assertThat(mail.take()).extracting(Message::id).containsExactly("a", "b", "c", "d");
  }

  @Test
  void a_channel_that_wants_to_be_left_alone_is() throws InterruptedException {
    plan(toChat("a"));
    chat.next(new Delivery.Later("too many", Duration.ofMinutes(10)));
    assertThat(send().left()).isEqualTo(1);
    assertThat(send().left()).isEqualTo(1);
    assertThat(chat.take()).hasSize(1);
    clock.pass(Duration.ofMinutes(11));
    assertThat(send().sent()).isEqualTo(1);
  }

  @Test
  void what_is_refused_does_not_come_back() throws InterruptedException {
    plan(toOwner("a"));
    mail.always(new Delivery.Refused("no such mailbox"));
    assertThat(send()).isEqualTo(new Dispatch(0, 1, 0, 0));
    assertThat(send()).isEqualTo(new Dispatch(0, 0, 0, 0));
    assertThat(only().reason()).isEqualTo("no such mailbox");
    assertThat(mail.take()).hasSize(1);
  }

  @Test
  void a_mail_that_may_have_arrived_is_sent_again_under_its_id_and_a_chats_message_is_not()
      throws InterruptedException {
    plan(toOwner("a"), toChat("b"));
    mail.next(new Delivery.Unsure("line broke"));
    chat.next(new Delivery.Unsure("line broke"));
    assertThat(send()).isEqualTo(new Dispatch(0, 0, 2, 1));
    assertThat(mail.take()).extracting(Message::id).containsExactly("a");
    assertThat(send()).isEqualTo(new Dispatch(1, 0, 0, 0));
    assertThat(mail.take()).extracting(Message::id).containsExactly("a");
    assertThat(chat.take()).hasSize(1);
  }

  @Test
  void a_mail_of_which_nothing_is_ever_known_is_given_up() throws InterruptedException {
    plan(toOwner("a"));
    mail.always(new Delivery.Unsure("line broke"));
    for (int run = 0; run < Outbox.MOST_UNSURE + 2; run++) {
      send();
    }
    assertThat(mail.take()).hasSize(Outbox.MOST_UNSURE);
  }

  @Test
  void a_message_is_one_processs_at_a_time() {
    plan(toOwner("a"));
    Listed listed = outbox.left().get(0);
    assertThat(outbox.claim(listed)).isTrue();
    assertThat(new Outbox(Stores.database(store), clock).claim(listed)).isFalse();
  }

  @Test
  void a_mail_that_was_on_its_way_in_a_crash_is_sent_again_under_its_id_later()
      throws InterruptedException {
    plan(toOwner("a"));
    assertThat(outbox.claim(outbox.left().get(0))).isTrue();
    assertThat(send()).isEqualTo(new Dispatch(0, 0, 0, 1));
    clock.pass(Outbox.LEASE.plusSeconds(1));
    assertThat(send()).isEqualTo(new Dispatch(1, 0, 0, 0));
    assertThat(mail.take()).extracting(Message::id).containsExactly("a");
  }

  @Test
  void a_chats_message_that_was_on_its_way_in_a_crash_is_not() throws InterruptedException {
    plan(toChat("a"));
    assertThat(outbox.claim(outbox.left().get(0))).isTrue();
    clock.pass(Outbox.LEASE.plusSeconds(1));
    assertThat(send().left()).isZero();
    assertThat(chat.take()).isEmpty();
    assertThat(only().state()).isEqualTo(State.UNSURE);
  }

  @Test
  void what_cannot_be_sent_for_long_is_given_up() throws InterruptedException {
    plan(toOwner("a"));
    mail.always(AWAY);
    send();
    clock.pass(Outbox.PATIENCE.plusSeconds(1));
    mail.take();
    assertThat(send().left()).isZero();
    assertThat(mail.take()).isEmpty();
    assertThat(only().state()).isEqualTo(State.REFUSED);
    assertThat(outbox.standing("team").refused()).hasSize(1);
  }

  @Test
  void what_a_channel_should_send_that_is_gone_is_given_up_as_well() throws InterruptedException {
    plan(toOwner("a"));
    clock.pass(Outbox.PATIENCE.plusSeconds(1));
    assertThat(new Postman(outbox, List.of(chat), pauses::add).send().left()).isZero();
    assertThat(only().state()).isEqualTo(State.REFUSED);
  }

  @Test
  void what_is_not_sent_within_the_time_waits_for_the_next_one() throws InterruptedException {
    plan(toOwner("a"), toOwner("b"));
    mail.always(AWAY);
    Duration most = Duration.ofMinutes(5);
    Pauses slow =
        pause -> {
          pauses.add(pause);
          clock.pass(most);
          return true;
        };
    Postman postman = new Postman(outbox, List.of(mail, chat), slow);
    assertThat(postman.send(most)).isEqualTo(new Dispatch(0, 0, 0, 2));
    assertThat(mail.take()).hasSize(2);
    assertThat(pauses).hasSize(1);
  }

  @Test
  void a_withdrawn_message_is_not_sent_and_one_on_its_way_is_not_withdrawn()
      throws InterruptedException {
    plan(toOwner("a"), toOwner("b"), toChat("c"));
    assertThat(outbox.claim(outbox.left().get(1))).isTrue();
    outbox.withdraw("team");
    assertThat(outbox.of(NIGHT))
        .extracting(Listed::state)
        .containsExactly(State.WITHDRAWN, State.SENDING, State.PLANNED);
    send();
    assertThat(mail.take()).isEmpty();
    assertThat(chat.take()).hasSize(1);
  }

  @Test
  void what_is_over_is_forgotten_in_time() throws InterruptedException {
    plan(toOwner("a"), toOwner("b"));
    mail.next(new Delivery.Delivered()).always(AWAY);
    send();
    clock.pass(Duration.ofDays(2));
    outbox.forget(clock.instant().minus(Duration.ofDays(1)));
    assertThat(outbox.of(NIGHT)).extracting(Listed::over).containsExactly(false);
  }
}
