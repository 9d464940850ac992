package dev.patrol.notify;

import dev.patrol.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes mail over.
 *
 * @param host its name, which its certificate must hold
 * @param port of SMTP there
 * @param encryption of the connection
 * @param user who logs in; null for nobody
 * @param password of that user; null when there is none
 */
public record SmtpServer(
    String host,
    int port,
    Encryption encryption,
    @Nullable String user,
    @Nullable Secret password) {

  /** How the connection is encrypted. */
  public enum Encryption {
    /** By STARTTLS, or nothing is sent. */
    STARTTLS,
    /** By STARTTLS where the server offers it. */
    STARTTLS_OPTIONAL,
    /** From the first byte on. */
    TLS,
    /** Not at all. */
    NONE
  }

  /** Host and port, such as {@code mail.example.com:587}. */
  String place() {
    return host + ":" + port;
  }
}
