package dev.patrol.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.notify.Channel;
import dev.patrol.notify.Delivery;
import dev.patrol.notify.Message;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.Sender;
import dev.patrol.notify.SmtpMail;
import dev.patrol.notify.SmtpServer;
import dev.patrol.notify.outbox.Planned.Purpose;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends to a real mail server that is away for a while, or beside a process that dies. */
class CrashedMailTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final ManualClock clock = new ManualClock(NOW);
  private final Store store;
  private final Outbox outbox;

  CrashedMailTest(@TempDir Path folder) {
    store = Store.open(StoreLocation.embedded(folder));
    outbox = new Outbox(Stores.database(store), clock);
    server.start();
    Message message =
        new Message(
            "patrol-1", new Recipient("Li Wei", "li.wei@example.com"), "s", "t\n", List.of());
    assertThat(
            outbox.plan(
                new Plan(
                    new Night("team", "first", NOW),
                    NOW,
                    false,
                    List.of(new Planned("mail", Purpose.OWNER, message)),
                    List.of(),
                    Set.of(),
                    List.of()),
                Optional.empty()))
        .isTrue();
  }

  @AfterEach
  void close() {
    server.stop();
    store.close();
  }

  private Channel mail(int port) {
    return new SmtpMail(
        new SmtpServer("127.0.0.1", port, SmtpServer.Encryption.NONE, null, null),
        new Sender("Patrol", "patrol@example.com", null),
        clock);
  }

  private Channel mail() {
    return mail(server.getSmtp().getPort());
  }

  private Dispatch send(Channel channel) throws InterruptedException {
    try (channel) {
      return new Postman(outbox, List.of(channel), pause -> true).send();
    }
  }

  @Test
  void a_server_that_is_away_gets_the_mail_later() throws InterruptedException {
    int port = server.getSmtp().getPort();
    server.stop();
    assertThat(send(mail(port))).isEqualTo(new Dispatch(0, 0, 0, 1));
    server.start();
    assertThat(send(mail())).isEqualTo(new Dispatch(1, 0, 0, 0));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  /** Dies when the mail is out, and before that is noted. */
  private record Dying(Channel channel) implements Channel {
    @Override
    public String name() {
      return channel.name();
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
      channel.deliver(message);
      throw new StackOverflowError("killed");
    }

    @Override
    public void close() {
      channel.close();
    }
  }

  @Test
  void a_mail_that_was_sent_and_not_noted_comes_again_under_the_same_message_id() throws Exception {
    assertThatThrownBy(() -> send(new Dying(mail()))).isInstanceOf(StackOverflowError.class);
    assertThat(send(mail()).left()).isEqualTo(1);
    clock.pass(Outbox.LEASE.plusSeconds(1));
    assertThat(send(mail())).isEqualTo(new Dispatch(1, 0, 0, 0));
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID()).isNotNull();
  }
}
