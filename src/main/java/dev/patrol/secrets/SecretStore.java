package dev.patrol.secrets;

import dev.patrol.model.SecretReference;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.secrets.SecretOutcome.Missing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up secrets by reference, each one once in a run. Safe for use by many threads. */
public final class SecretStore {
  /** How long a configured command may take unless the configuration says otherwise. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** How many bytes a file or a command's output may have. */
  static final int LIMIT = 16 * 1024;

  private static final String ENVIRONMENT = "env";
  private static final String FILE = "file";
  private static final Set<String> BUILT_IN = Set.of(ENVIRONMENT, FILE);

  private final Map<String, String> environment;
  private final Path folder;
  private final Map<String, SecretCommand> commands = new HashMap<>();
  private final Map<SecretReference, CompletableFuture<SecretOutcome>> known =
      new ConcurrentHashMap<>();

  /**
   * A store over the three kinds of sources.
   *
   * @param environment what {@code env:} is looked up in
   * @param folder the inventory's folder, where the relative paths of {@code file:} begin
   * @param sources commands by source name: a program and its arguments, in which {@code {key}}
   *     stands for the key
   * @param timeout how long a command may take
   * @throws ProblemsException when a source is not usable; all faults are named at once
   */
  public SecretStore(
      Map<String, String> environment,
      Path folder,
      Map<String, List<String>> sources,
      Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must be > 0, got " + timeout);
    }
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    List<Problem> problems = new ArrayList<>();
    sources.forEach(
        (name, command) -> {
          check(name, command, problems);
          commands.put(name, new SecretCommand(command, timeout));
        });
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  /**
   * The secret behind a reference, or why there is none. Waits for a command up to the timeout; the
   * same reference is answered from memory afterwards.
   */
  public SecretOutcome resolve(SecretReference reference) {
    CompletableFuture<SecretOutcome> mine = new CompletableFuture<>();
    CompletableFuture<SecretOutcome> first = known.putIfAbsent(reference, mine);
    if (first != null) {
      return first.join();
    }
    SecretOutcome outcome = new Missing("looking it up failed");
    try {
      outcome = lookUp(reference);
    } finally {
      // Also when something was thrown: others may already be waiting.
      mine.complete(outcome);
    }
    return outcome;
  }

  private SecretOutcome lookUp(SecretReference reference) {
    String key = reference.key();
    return switch (reference.source()) {
      case ENVIRONMENT -> {
        String value = environment.get(key);
        yield value == null
            ? new Missing("environment variable " + key + " is not set")
            : SecretText.read(value, "environment variable " + key);
      }
      case FILE -> SecretFile.read(folder, key);
      default -> {
        SecretCommand command = commands.get(reference.source());
        yield command == null
            ? new Missing("no source named '" + reference.source() + "' is configured")
            : command.run(reference.source(), key);
      }
    };
  }

  private static void check(String name, List<String> command, List<Problem> problems) {
    String source = "secrets." + name;
    if (BUILT_IN.contains(name)) {
      problems.add(Problem.in(source, "the name " + name + " is built in, choose another"));
    }
    if (command.isEmpty() || command.get(0).isBlank()) {
      problems.add(Problem.in(source, "expected a program and its arguments, got nothing"));
    } else if (command.get(0).contains(SecretCommand.KEY)) {
      problems.add(
          Problem.in(source, "{key} may stand in arguments only, got it in the program's name"));
    }
  }
}
