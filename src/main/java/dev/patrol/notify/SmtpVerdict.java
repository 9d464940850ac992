package dev.patrol.notify;

import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.Delivery.Unsure;
import dev.patrol.notify.SmtpDialogue.Reply;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what became of a message after a dialogue that ended with an exception. */
final class SmtpVerdict {
  /**
   * Commands that are about the message; refusals of others are about the settings. So are lasting
   * ones of the sender, who is the same for all messages, and those for reasons of policy.
   */
  private static final Map<String, String> OF_THE_MESSAGE =
      Map.of(
          "MAIL", "the sender", "RCPT", "the receiver", "DATA", "the message", ".", "the message");

  /** They ask for a login or for encryption, and say nothing about the message. */
  private static final Set<Integer> LOGIN_FIRST = Set.of(530, 534, 535, 538);

  /** The server will not relay, or the sender may not send: policy, as RFC 3463 has it. */
  private static final Pattern POLICY = Pattern.compile("5\\d\\d[ -]5\\.7\\.\\d.*", Pattern.DOTALL);

  /** The server is about to hang up on everybody. */
  private static final int NOT_AVAILABLE = 421;

  private final SmtpServer server;
  private final Reasons reasons;

  SmtpVerdict(SmtpServer server, Reasons reasons) {
    this.server = server;
    this.reasons = reasons;
  }

  /**
   * The verdict.
   *
   * @param passed whether the message's end was sent
   */
  Delivery on(SmtpDialogue dialogue, boolean passed, Exception e) {
    if (dialogue.accepted()) {
      return new Delivered();
    }
    Reply refusal = dialogue.refusal();
    if (refusal != null) {
      return refused(refusal);
    }
    if (passed) {
      return new Unsure(server.place() + " did not confirm the message: " + why(e));
    }
    return new Later(server.place() + ": " + why(dialogue, e), null);
  }

  private Delivery refused(Reply reply) {
    String what = OF_THE_MESSAGE.get(reply.command());
    if (what == null || LOGIN_FIRST.contains(reply.code())) {
      // Answers to a login may repeat what was sent.
      String text = reply.command().equals("AUTH") ? String.valueOf(reply.code()) : reply.text();
      String step = reply.command().equals("AUTH") ? "the login" : "the connection";
      return new Later(reason(step, text), null);
    }
    String reason = reason(what, reply.text());
    boolean passing =
        reply.code() < 500
            || reply.command().equals("MAIL")
            || POLICY.matcher(reply.text()).matches();
    boolean alone = reply.command().equals("RCPT") && reply.code() != NOT_AVAILABLE;
    return passing ? new Later(reason, null, alone) : new Refused(reason);
  }

  private String reason(String what, String text) {
    return reasons.of(server.place() + " refuses " + what + ": " + text);
  }

  private String why(SmtpDialogue dialogue, Exception e) {
    if (e instanceof AuthenticationFailedException) {
      return "no common way to log in";
    }
    boolean greeted = dialogue.command().equals("EHLO") || dialogue.command().equals("HELO");
    return server.encryption() == SmtpServer.Encryption.STARTTLS
            && greeted
            && causes(e).count() == 1
        ? "it offers no STARTTLS"
        : why(e);
  }

  private String why(Exception e) {
    if (find(e, UnknownHostException.class) != null) {
      return "no such host";
    }
    if (find(e, SocketTimeoutException.class) != null) {
      return "no answer in time";
    }
    SSLException encryption = find(e, SSLException.class);
    if (encryption != null) {
      return reasons.of("the encryption failed: " + encryption.getMessage());
    }
    return find(e, ConnectException.class) != null
        ? "the connection was refused"
        : "the connection broke";
  }

  private static <T extends Throwable> @Nullable T find(Exception e, Class<T> kind) {
    return causes(e).filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }

  private static Stream<Throwable> causes(Exception e) {
    return Stream.<Throwable>iterate(e, each -> each != null, SmtpVerdict::cause).limit(16);
  }

  private static @Nullable Throwable cause(Throwable e) {
    return e instanceof MessagingException messaging && messaging.getNextException() != null
        ? messaging.getNextException()
        : e.getCause();
  }
}
