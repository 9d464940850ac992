package dev.patrol.audit;

import dev.patrol.config.Config;
import dev.patrol.config.StoreAccess;
import dev.patrol.history.StoreLocation;
import dev.patrol.model.Secret;
import dev.patrol.model.SecretReference;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import dev.patrol.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the store that the settings name, and the inventory's name within it. */
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

  /** What tells an inventory from others: its folder, wherever it is named from. */
  public static String inventoryKey(Path folder) {
    try {
      return folder.toRealPath().toString();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize().toString();
    }
  }
}
