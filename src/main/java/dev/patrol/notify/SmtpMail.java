package dev.patrol.notify;

import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.SmtpServer.Encryption;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail over SMTP, a connection for each message. A refusal of the login, of the encryption or
 * of the connection is {@link Delivery.Later}: it is about the settings, and the message is good
 * once they are.
 */
public final class SmtpMail implements Channel {
  private final SmtpServer server;
  private final Sender from;
  private final Clock clock;
  private final SmtpLimits limits;
  private final Session session;
  private final SmtpVerdict verdict;

  /**
   * Mail by way of a server.
   *
   * @param from whom mails come from
   * @param clock says the date of mails
   * @throws IllegalArgumentException when the sender has an address that no mail can come from
   */
  public SmtpMail(SmtpServer server, Sender from, Clock clock) {
    this(server, from, clock, SmtpLimits.DEFAULT, null);
  }

  /** With other limits, and with other certificates than the JDK's when there is a factory. */
  SmtpMail(
      SmtpServer server,
      Sender from,
      Clock clock,
      SmtpLimits limits,
      @Nullable SSLSocketFactory sockets) {
    check(from);
    this.server = server;
    this.from = from;
    this.clock = clock;
    this.limits = limits;
    this.session = Session.getInstance(properties(server, limits, sockets));
    this.verdict = new SmtpVerdict(server, Reasons.hiding(server.password()));
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    Gate gate = new Gate();
    FutureTask<Delivery> attempt = new FutureTask<>(() -> attempt(message, gate));
    // On a thread of its own, as reading from a socket can be neither interrupted nor bounded.
    Thread thread = new Thread(attempt, "mail");
    thread.setDaemon(true);
    thread.start();
    try {
      return gate.await(attempt, Function.identity(), limits.whole(), server.place());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a mail could not be made", e.getCause());
    }
  }

  /** Nothing stays open between messages. */
  @Override
  public void close() {}

  private Delivery attempt(Message message, Gate gate) throws MessagingException {
    if (message.to() == null) {
      return new Refused("a mail needs a receiver");
    }
    Letter letter;
    try {
      letter = Letter.of(session, message, from, message.to(), clock);
    } catch (UnsendableException e) {
      return new Refused(e.reason());
    }
    try (SmtpDialogue dialogue =
        new SmtpDialogue(session, server.encryption() == Encryption.TLS, gate)) {
      return send(dialogue, letter, gate);
    }
  }

  private Delivery send(SmtpDialogue dialogue, Letter letter, Gate gate) {
    try {
      Secret password = server.password();
      dialogue.connect(
          server.host(), server.port(), server.user(), password == null ? null : password.unwrap());
      dialogue.sendMessage(letter, letter.getAllRecipients());
      return new Delivered();
    } catch (MessagingException | RuntimeException e) {
      // The library answers some nonsense of servers with runtime exceptions.
      return verdict.on(dialogue, gate.passed(), e);
    }
  }

  private static void check(Sender from) {
    try {
      MailAddress.of(from.name(), from.address());
      if (from.replies() != null) {
        MailAddress.of(from.replies().name(), from.replies().address());
      }
    } catch (UnsendableException e) {
      throw new IllegalArgumentException(e.reason(), e);
    }
  }

  private static Properties properties(
      SmtpServer server, SmtpLimits limits, @Nullable SSLSocketFactory sockets) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", String.valueOf(limits.connect().toMillis()));
    properties.put("mail.smtp.timeout", String.valueOf(limits.read().toMillis()));
    properties.put("mail.smtp.writetimeout", String.valueOf(limits.write().toMillis()));
    Encryption encryption = server.encryption();
    boolean upgraded =
        encryption == Encryption.STARTTLS || encryption == Encryption.STARTTLS_OPTIONAL;
    properties.put("mail.smtp.starttls.enable", String.valueOf(upgraded));
    properties.put(
        "mail.smtp.starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    // Else it would try again without the factory.
    properties.put("mail.smtp.socketFactory.fallback", "false");
    if (sockets != null) {
      properties.put("mail.smtp.ssl.socketFactory", sockets);
    }
    properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }
}
