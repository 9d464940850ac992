package dev.patrol.probe;

import dev.patrol.model.Site;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How probes are sent; {@link Builder} names the defaults.
 *
 * @param concurrency how many requests are under way at most
 * @param connectTimeout for reaching the host and for TLS, each
 * @param readTimeout between two pieces of a response
 * @param callTimeout for one attempt as a whole, as a slow drip never trips the read timeout
 * @param maxBody how many bytes of a response are read at most, after unpacking
 * @param attempts how often a request is tried at most
 * @param ratePerAccount requests a second for one account
 * @param perTokenCap requests planned for one token at most
 * @param perRunCap requests planned in a run at most
 * @param hostFailures after how many failed requests in a row a host is given up for the run
 * @param offline whether nothing is sent at all
 * @param hosts where the tokens of a site may be sent, with port where it is not the default one
 * @param selfHosted the team's own installations, where tokens of either site may be sent
 * @param routes what is sent elsewhere, by the host it is meant for
 */
public record ProbeSettings(
    int concurrency,
    Duration connectTimeout,
    Duration readTimeout,
    Duration callTimeout,
    int maxBody,
    int attempts,
    int ratePerAccount,
    int perTokenCap,
    int perRunCap,
    int hostFailures,
    boolean offline,
    Map<Site, Set<String>> hosts,
    Set<String> selfHosted,
    Map<String, Route> routes) {

  public ProbeSettings {
    requirePositive("concurrency", concurrency);
    requirePositive("connect timeout", connectTimeout);
    requirePositive("read timeout", readTimeout);
    requirePositive("call timeout", callTimeout);
    requirePositive("body limit", maxBody);
    requirePositive("attempts", attempts);
    requirePositive("rate per account", ratePerAccount);
    requirePositive("requests per token", perTokenCap);
    requirePositive("requests per run", perRunCap);
    requirePositive("host failures", hostFailures);
    hosts = Map.copyOf(hosts);
    selfHosted = Set.copyOf(selfHosted);
    routes = Map.copyOf(routes);
  }

  /** What holds when the configuration says nothing. */
  public static ProbeSettings defaults() {
    return new Builder().build();
  }

  /** Settings to be changed from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be > 0, got " + value);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be > 0, got " + value);
    }
  }

  /** Changes the defaults, which stand here. */
  public static final class Builder {
    private int concurrency = 16;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration readTimeout = Duration.ofSeconds(10);
    private Duration callTimeout = Duration.ofSeconds(20);
    private int maxBody = 1 << 20;
    private int attempts = 3;
    private int ratePerAccount = 5;
    private int perTokenCap = 200;
    private int perRunCap = 100_000;
    private int hostFailures = 5;
    private boolean offline;
    private final Map<Site, Set<String>> hosts = new EnumMap<>(Site.class);
    private final Set<String> selfHosted = new HashSet<>();
    private final Map<String, Route> routes = new HashMap<>();

    private Builder() {
      for (Site site : Site.values()) {
        hosts.put(site, Set.of(site.apiHost()));
      }
    }

    public Builder concurrency(int value) {
      concurrency = value;
      return this;
    }

    public Builder connectTimeout(Duration value) {
      connectTimeout = value;
      return this;
    }

    public Builder readTimeout(Duration value) {
      readTimeout = value;
      return this;
    }

    public Builder callTimeout(Duration value) {
      callTimeout = value;
      return this;
    }

    public Builder maxBody(int bytes) {
      maxBody = bytes;
      return this;
    }

    public Builder attempts(int value) {
      attempts = value;
      return this;
    }

    public Builder ratePerAccount(int requestsPerSecond) {
      ratePerAccount = requestsPerSecond;
      return this;
    }

    public Builder perTokenCap(int value) {
      perTokenCap = value;
      return this;
    }

    public Builder perRunCap(int value) {
      perRunCap = value;
      return this;
    }

    public Builder hostFailures(int value) {
      hostFailures = value;
      return this;
    }

    public Builder offline(boolean value) {
      offline = value;
      return this;
    }

    /** Adds hosts to which the tokens of a site may be sent besides its API host. */
    public Builder hosts(Site site, Collection<String> authorities) {
      Set<String> all = new HashSet<>(hosts.getOrDefault(site, Set.of()));
      authorities.forEach(authority -> all.add(canonical(authority)));
      hosts.put(site, Set.copyOf(all));
      return this;
    }

    /** Adds the team's own installations. */
    public Builder selfHosted(Collection<String> authorities) {
      authorities.forEach(authority -> selfHosted.add(canonical(authority)));
      return this;
    }

    /** Adds routes; a later one for the same host replaces an earlier one. */
    public Builder routes(List<Route> value) {
      value.forEach(route -> routes.put(route.host(), route));
      return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException when a number or duration is not positive
     */
    public ProbeSettings build() {
      return new ProbeSettings(
          concurrency,
          connectTimeout,
          readTimeout,
          callTimeout,
          maxBody,
          attempts,
          ratePerAccount,
          perTokenCap,
          perRunCap,
          hostFailures,
          offline,
          hosts,
          selfHosted,
          routes);
    }

    private static String canonical(String authority) {
      return Authority.parse(authority)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "expected a host such as api.coze.cn or coze.example.internal:8888, got \""
                          + authority
                          + "\""));
    }
  }
}
