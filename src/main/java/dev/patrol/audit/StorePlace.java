package dev.patrol.audit;

import dev.patrol.config.Config;
import dev.patrol.config.StoreAccess;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.history.StoreOptions;
import dev.patrol.model.Secret;
import dev.patrol.model.SecretReference;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import dev.patrol.secrets.SecretStore;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the store that the settings name. */
public final class StorePlace {
  private StorePlace() {}

  /**
   * Where earlier runs are kept.
   *
   * @param environment where an {@code env:} password is looked up
   * @throws ProblemsException when the password cannot be had
   */
  public static StoreLocation of(Config config, Map<String, String> environment) {
    StoreAccess access = config.store();
    return access == null
        ? StoreLocation.embedded(config.reports())
        : new StoreLocation(access.url(), access.user(), password(access.password(), environment));
  }

  /** Whether it is a file below the folder of the reports, and that is there. */
  static boolean isOwnFile(Config config) {
    return config.store() == null && !StoreLocation.embedded(config.reports()).isMissing();
  }

  /**
   * Opens it.
   *
   * @param connections how many there may be at one time
   * @throws ProblemsException when it cannot be opened
   */
  public static Store open(Config config, Map<String, String> environment, int connections) {
    return Store.open(
        of(config, environment),
        StoreOptions.DEFAULT.withConnections(connections).withKeepDays(config.keepDays()));
  }

  private static @Nullable Secret password(
      @Nullable SecretReference reference, Map<String, String> environment) {
    if (reference == null) {
      return null;
    }
    var outcome =
        new SecretStore(environment, Path.of(""), Map.of(), SecretStore.TIMEOUT).resolve(reference);
    if (outcome instanceof Found found) {
      return found.secret();
    }
    String reason = outcome instanceof Missing missing ? missing.reason() : "it was not found";
    throw new ProblemsException(Problem.in("store.password", reason));
  }
}
