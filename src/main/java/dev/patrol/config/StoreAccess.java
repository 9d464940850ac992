package dev.patrol.config;

import dev.patrol.model.SecretReference;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database of earlier runs. It does not print its URL, which may hold a password.
 *
 * @param url a JDBC URL of PostgreSQL or H2
 * @param user the user, or null when the URL says it or none is needed
 * @param password where the password is kept, in the environment or in a file, or null
 */
public record StoreAccess(String url, @Nullable String user, @Nullable SecretReference password) {
  public StoreAccess {
    Objects.requireNonNull(url);
  }

  /** The same with the password's file looked for from that folder on. */
  StoreAccess under(Path folder) {
    return password == null ? this : new StoreAccess(url, user, Reference.under(folder, password));
  }

  @Override
  public String toString() {
    return "StoreAccess[user=" + user + ", password=" + password + "]";
  }
}
