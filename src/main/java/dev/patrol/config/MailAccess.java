package dev.patrol.config;

import dev.patrol.model.SecretReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How mail is sent.
 *
 * @param host the mail server
 * @param port of SMTP there
 * @param encryption of the connection
 * @param user who logs in; null for nobody
 * @param password where that user's password is kept; null exactly when there is no user
 * @param from the sender
 * @param replyTo who gets the answers; null for the sender
 */
public record MailAccess(
    String host,
    int port,
    Encryption encryption,
    @Nullable String user,
    @Nullable SecretReference password,
    Contact from,
    @Nullable Contact replyTo) {

  /** How a connection to a mail server is encrypted. */
  public enum Encryption {
    /** By STARTTLS, or no mail is sent. */
    STARTTLS("starttls", 587),
    /** By STARTTLS where the server offers it. */
    STARTTLS_OPTIONAL("starttls-optional", 25),
    /** From the first byte on. */
    TLS("tls", 465),
    /** Not at all. */
    NONE("none", 25);

    private final String word;
    private final int port;

    Encryption(String word, int port) {
      this.word = word;
      this.port = port;
    }

    /** What the settings call it. */
    String word() {
      return word;
    }

    /** The usual port. */
    int port() {
      return port;
    }

    /** Whether it holds whatever the server and those in between say. */
    boolean isCertain() {
      return this == STARTTLS || this == TLS;
    }
  }

  /** The same with the password's file looked for from that folder on. */
  MailAccess under(Path folder) {
    return password == null
        ? this
        : new MailAccess(
            host, port, encryption, user, Reference.under(folder, password), from, replyTo);
  }
}
