package dev.patrol.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is really true: which tokens live, what they may do, which resources there are, and what
 * goes wrong. It holds no token value, only digests.
 *
 * @param date what the clock of the service says, in every log id
 * @param weather what troubles every call alike
 * @param echo whether answers repeat the token they were asked with, as careless proxies do
 * @param selfHosted hosts that answer as coze-studio does, with port where they have one
 * @param accounts what is true of accounts, by id
 * @param tokens the tokens, in the order of the file
 * @param resources the workspace that each resource lives in, by the resource's id
 * @param missing ids of resources that do not exist
 * @param unpublished ids of resources that exist and are not published
 * @param oddities what stands before all checks, first come first served
 */
public record World(
    Instant date,
    Weather weather,
    boolean echo,
    Set<String> selfHosted,
    Map<String, AccountTruth> accounts,
    List<TokenTruth> tokens,
    Map<String, String> resources,
    Set<String> missing,
    Set<String> unpublished,
    List<Oddity> oddities) {

  public World {
    selfHosted = Set.copyOf(selfHosted);
    accounts = Map.copyOf(accounts);
    tokens = List.copyOf(tokens);
    resources = Map.copyOf(resources);
    missing = Set.copyOf(missing);
    unpublished = Set.copyOf(unpublished);
    oddities = List.copyOf(oddities);
  }

  /**
   * Reads a world from a YAML file.
   *
   * @throws dev.patrol.problem.ProblemsException with everything that is wrong in the file, each
   *     with its line, its column and what was expected
   */
  public static World read(Path file) {
    return WorldFile.read(file);
  }

  /** A world without tokens in fair weather. */
  public static Builder builder() {
    return new Builder();
  }

  AccountTruth account(@Nullable String id) {
    return id == null ? AccountTruth.DEFAULT : accounts.getOrDefault(id, AccountTruth.DEFAULT);
  }

  /** Puts a world together. */
  public static final class Builder {
    private Instant date = Instant.parse("2026-11-22T02:00:00Z");
    private Weather weather = Weather.FAIR;
    private boolean echo;
    private final Set<String> selfHosted = new HashSet<>();
    private final Map<String, AccountTruth> accounts = new HashMap<>();
    private final List<TokenTruth> tokens = new ArrayList<>();
    private final Map<String, String> resources = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<String> unpublished = new HashSet<>();
    private final List<Oddity> oddities = new ArrayList<>();

    private Builder() {}

    public Builder date(Instant value) {
      date = value;
      return this;
    }

    public Builder weather(Weather value) {
      weather = value;
      return this;
    }

    public Builder echo(boolean value) {
      echo = value;
      return this;
    }

    public Builder selfHosted(String host) {
      selfHosted.add(host);
      return this;
    }

    public Builder account(String id, AccountTruth truth) {
      accounts.put(id, truth);
      return this;
    }

    public Builder token(TokenTruth.Builder token) {
      tokens.add(token.build());
      return this;
    }

    public Builder resource(String id, String workspace) {
      resources.put(id, workspace);
      return this;
    }

    public Builder missing(String id) {
      missing.add(id);
      return this;
    }

    public Builder unpublished(String id) {
      unpublished.add(id);
      return this;
    }

    public Builder oddity(Oddity oddity) {
      oddities.add(oddity);
      return this;
    }

    /** The world. */
    public World build() {
      return new World(
          date,
          weather,
          echo,
          selfHosted,
          accounts,
          tokens,
          resources,
          missing,
          unpublished,
          oddities);
    }
  }
}
