package dev.patrol.history;

import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;
import dev.patrol.problem.UnusableFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is. It prints without user and password.
 *
 * @param url a JDBC URL of H2 or PostgreSQL, which may hold a password
 * @param user the user, or null when the URL says it or none is needed
 * @param password the user's password, or null
 * @param file the database's file without its ending when it is embedded, else null
 */
public record StoreLocation(
    String url, @Nullable String user, @Nullable Secret password, @Nullable Path file) {
  private static final String FOLDER = ".patrol";
  private static final String ENDING = ".mv.db";

  public StoreLocation {
    Objects.requireNonNull(url);
  }

  public StoreLocation(String url, @Nullable String user, @Nullable Secret password) {
    this(url, user, password, null);
  }

  /** A file below the folder of the reports, which needs no server. */
  public static StoreLocation embedded(Path reports) {
    Path file = reports.toAbsolutePath().normalize().resolve(FOLDER).resolve("store");
    return new StoreLocation(DatabaseKind.H2.scheme() + "file:" + file, null, null, file);
  }

  /**
   * Whether nothing has ever been kept there, as far as that can be told without opening it; below
   * a file nothing can be, which opening it tells.
   */
  public boolean isMissing() {
    return file != null
        && Files.notExists(Path.of(file + ENDING))
        && !UnusableFolder.isBelowFile(file);
  }

  /** The place as it may be shown. */
  public String shown() {
    if (file != null) {
      return file + ENDING;
    }
    String place = url.split("[;?]", 2)[0];
    return Redaction.mask(place.replaceFirst("//[^/]*@", "//"));
  }

  @Override
  public String toString() {
    return shown();
  }
}
