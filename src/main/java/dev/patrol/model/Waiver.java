package dev.patrol.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has accepted for a time, as a row of {@code waivers.csv} declares it. A pattern is
 * compared with the whole value, in which {@code *} stands for any characters; where there is no
 * pattern, anything goes.
 *
 * @param rule the id of the rule whose findings are accepted
 * @param token pattern of the token's id, or null
 * @param endpoint pattern of the endpoint's id, or null
 * @param workspace pattern of the workspace's id, or null
 * @param reason why it is accepted, redacted
 * @param who who accepts it, redacted
 * @param until when it ends
 * @param attributes the cells of columns that the contract does not name
 * @param place where the row stands
 */
public record Waiver(
    String rule,
    @Nullable String token,
    @Nullable String endpoint,
    @Nullable String workspace,
    String reason,
    String who,
    Instant until,
    Map<String, String> attributes,
    Place place) {
  public Waiver {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(until);
    Objects.requireNonNull(place);
    if (token == null && endpoint == null && workspace == null) {
      throw new IllegalArgumentException("a waiver names a token, an endpoint or a workspace");
    }
    reason = Redaction.mask(reason);
    who = Redaction.mask(who);
    attributes = Map.copyOf(attributes);
  }

  /** Whether the finding is of the waiver's rule and about its subject, whatever the day is. */
  public boolean covers(Finding finding) {
    return rule.equals(finding.rule().id())
        && isAbout(finding.token(), finding.endpoint(), finding.workspace());
  }

  /** Whether its patterns fit these ids; null, which is no id, is met by {@code *} alone. */
  public boolean isAbout(
      @Nullable String tokenId, @Nullable String endpointId, @Nullable String workspaceId) {
    return fits(token, tokenId) && fits(endpoint, endpointId) && fits(workspace, workspaceId);
  }

  /** Whether it can cover something of that token. */
  public boolean isAboutToken(String tokenId) {
    return fits(token, tokenId);
  }

  /**
   * What tells it from other waivers, wherever it stands, such as {@code token-expiring, token
   * sales-*, until 2026-12-31T15:59:59Z}.
   */
  public String key() {
    StringBuilder key = new StringBuilder(rule);
    part(key, "token", token);
    part(key, "endpoint", endpoint);
    part(key, "workspace", workspace);
    part(key, "until", until.truncatedTo(ChronoUnit.SECONDS).toString());
    return Redaction.mask(key.toString());
  }

  private static void part(StringBuilder key, String name, @Nullable String value) {
    if (value != null) {
      key.append(", ").append(name).append(' ').append(value);
    }
  }

  private static boolean fits(@Nullable String pattern, @Nullable String id) {
    return pattern == null || Glob.matches(pattern, id);
  }
}
