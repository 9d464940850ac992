package dev.patrol.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a mail server, for one message. It remembers what the server said: the
 * library's exceptions lose that when the server hangs up after a refusal.
 */
final class SmtpDialogue extends SMTPTransport {
  private static final String END = ".";

  private final Gate gate;
  private String command = "";
  private @Nullable Reply refusal;
  private boolean accepted;

  /**
   * A refusal.
   *
   * @param command to which it answers, such as {@code RCPT}; {@code .} is the message's end, and
   *     an empty one the server's greeting
   * @param code of three digits, from 400 on
   * @param text the whole answer
   */
  record Reply(String command, int code, String text) {}

  SmtpDialogue(Session session, boolean encrypted, Gate gate) {
    super(session, null, "smtp", encrypted);
    this.gate = gate;
  }

  /** Whether the server took the message over. */
  boolean accepted() {
    return accepted;
  }

  /** What the server refused first; null when it refused nothing. */
  @Nullable Reply refusal() {
    return refusal;
  }

  /** What was sent last, such as {@code EHLO}. */
  String command() {
    return command;
  }

  @Override
  protected void sendCommand(String line) throws MessagingException {
    command = line.split("[ :]", 2)[0];
    super.sendCommand(line);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (command.equals(END) && code >= 200 && code < 300) {
      accepted = true;
    } else if (code >= 400 && refusal == null && !isIncidental()) {
      refusal = new Reply(command, code, getLastServerResponse());
    }
    return code;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!gate.pass()) {
      throw new IOException("given up");
    }
    super.finishData();
  }

  /** Quietly: what became of the message is known by now. */
  @Override
  public synchronized void close() {
    try {
      super.close();
    } catch (MessagingException e) {
      // The server has hung up before.
    }
  }

  /** Old servers refuse EHLO and are then greeted by HELO; the rest only cleans up. */
  private boolean isIncidental() {
    return command.equals("EHLO") || command.equals("RSET") || command.equals("QUIT");
  }
}
