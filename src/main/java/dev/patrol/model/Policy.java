package dev.patrol.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the team has decided, from {@code patrol.yaml}.
 *
 * @param expiryDays days before the end at which a token is reported with growing severity, largest
 *     first, such as 14, 7, 3, 1
 * @param productionEnvironments which values of {@code environment} mean production, lower case
 * @param fewWorkspaces up to how many used workspaces count as few beside a grant of {@code *}
 * @param nearLimit share of a limit, between 0 and 1, from which it is reported as near
 * @param limits how many tokens may be held, by {@code kind.edition.per}, such as {@code
 *     pat.personal.owner}
 * @param patLifetimeDays how many days of 24 hours a PAT lives at most
 * @param patsUnlimitedBefore PATs made before this may live longer
 * @param deadNights from how many nights in a row a dead token is reported as still there
 * @param flappingChanges from how many changes between working and failing an endpoint is reported
 * @param selfHosted hosts of the team's own installations, with port where they have one
 * @param values texts, numbers and flags that rule files want to read, as written, by name
 * @param lists lists that rule files want to read, by name
 */
public record Policy(
    List<Integer> expiryDays,
    Set<String> productionEnvironments,
    int fewWorkspaces,
    double nearLimit,
    Map<String, Integer> limits,
    int patLifetimeDays,
    Instant patsUnlimitedBefore,
    int deadNights,
    int flappingChanges,
    Set<String> selfHosted,
    Map<String, String> values,
    Map<String, List<String>> lists) {

  /** What holds when the configuration says nothing. */
  public static final Policy DEFAULT =
      new Policy(
          List.of(14, 7, 3, 1),
          Set.of("production", "prod"),
          2,
          0.9,
          Map.of(
              "pat.personal.owner", 10,
              "sat.personal.owner", 10,
              "pat.enterprise.owner", 20,
              "pat.enterprise.account", 1000,
              "sat.enterprise.account", 100),
          30,
          Instant.parse("2024-10-15T16:00:00Z"),
          2,
          4,
          Set.of(),
          Map.of(),
          Map.of());

  /** How urgent it is that something ends in so many days, or null when it is not. */
  public @Nullable Severity urgency(long days) {
    Severity[] severities = {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW};
    for (int i = expiryDays.size() - 1; i >= 0; i--) {
      if (days <= expiryDays.get(i)) {
        return severities[Math.min(expiryDays.size() - 1 - i, severities.length - 1)];
      }
    }
    return null;
  }

  /**
   * When a PAT ends at the latest, whatever is declared: a number of days after it was made; null
   * for other tokens, and where it is not known when it was made or no limit held then.
   */
  public @Nullable Instant latestEnd(Token token) {
    Instant made = token.createdAt();
    return token.kind() != TokenKind.PAT || made == null || made.isBefore(patsUnlimitedBefore)
        ? null
        : made.plus(patLifetimeDays, ChronoUnit.DAYS);
  }

  /** Whether a token of that environment serves production. */
  public boolean isProduction(@Nullable String environment) {
    return environment != null
        && productionEnvironments.contains(environment.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether an authority, such as {@code localhost:8888}, is one of the team's own installations.
   */
  public boolean isSelfHosted(String authority) {
    return selfHosted.contains(authority);
  }

  /** Whether {@code policy.values} has that name. */
  public boolean has(String name) {
    return values.containsKey(name) || lists.containsKey(name);
  }

  /** A text of {@code policy.values}; the fallback when it is not set. */
  public String text(String name, String fallback) {
    return single(name, "a text").orElse(fallback);
  }

  /**
   * A whole number of {@code policy.values}; the fallback when it is not set.
   *
   * @throws IllegalArgumentException naming the setting when it is something else
   */
  public int number(String name, int fallback) {
    return single(name, "a whole number").map(text -> whole(name, text)).orElse(fallback);
  }

  /**
   * A number of {@code policy.values}, such as a share; the fallback when it is not set.
   *
   * @throws IllegalArgumentException naming the setting when it is something else
   */
  public double decimal(String name, double fallback) {
    return single(name, "a number").map(text -> decimal(name, text)).orElse(fallback);
  }

  /**
   * {@code true} or {@code false} of {@code policy.values}; the fallback when it is not set.
   *
   * @throws IllegalArgumentException naming the setting when it is something else
   */
  public boolean flag(String name, boolean fallback) {
    return single(name, "true or false").map(text -> flag(name, text)).orElse(fallback);
  }

  /** A list of {@code policy.values}, in its order; a text is a list of one, no setting is none. */
  public List<String> texts(String name) {
    return lists.getOrDefault(
        name, values.containsKey(name) ? List.of(values.getOrDefault(name, "")) : List.of());
  }

  /**
   * Whether a list of {@code policy.values} has the text, in any case of its letters; null is on no
   * list, and a list that is not set has nothing.
   */
  public boolean listed(String name, @Nullable String text) {
    return text != null
        && texts(name).stream().anyMatch(item -> item.strip().equalsIgnoreCase(text.strip()));
  }

  private Optional<String> single(String name, String expected) {
    if (lists.containsKey(name)) {
      throw unexpected(name, expected, "a list");
    }
    return Optional.ofNullable(values.get(name));
  }

  private static int whole(String name, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw unexpected(name, "a whole number", quoted(text));
    }
  }

  private static double decimal(String name, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw unexpected(name, "a number", quoted(text));
    }
  }

  private static boolean flag(String name, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unexpected(name, "true or false", quoted(text));
    };
  }

  private static String quoted(String text) {
    return '"' + Redaction.mask(text) + '"';
  }

  private static IllegalArgumentException unexpected(String name, String expected, String got) {
    return new IllegalArgumentException(
        "policy.values." + name + ": expected " + expected + ", got " + got);
  }

  public Policy {
    expiryDays = expiryDays.stream().sorted(Comparator.reverseOrder()).toList();
    productionEnvironments = Set.copyOf(productionEnvironments);
    limits = Map.copyOf(limits);
    selfHosted = Set.copyOf(selfHosted);
    values = Map.copyOf(values);
    lists =
        lists.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    if (nearLimit <= 0 || nearLimit > 1) {
      throw new IllegalArgumentException("nearLimit must be in (0, 1], got " + nearLimit);
    }
  }
}
