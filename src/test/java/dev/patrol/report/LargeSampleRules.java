package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that speak in {@link LargeSample}. */
final class LargeSampleRules {
  static final RuleInfo EXPIRING =
      rule(
          "token-expiring",
          Severity.MEDIUM,
          null,
          "The token ends soon",
          "Make a new token with the least rights below and swap it in before the day.");
  static final RuleInfo PAT_IN_PRODUCTION =
      rule(
          "pat-in-production",
          Severity.LOW,
          null,
          "A personal token serves production",
          "Use a service token or OAuth JWT: they do not end with a person's account.");
  static final RuleInfo UNUSED =
      rule(
          "unused-points",
          Severity.INFO,
          null,
          "The token holds points that no endpoint needs",
          "Leave them out when the token is made anew.");

  private LargeSampleRules() {}

  static Map<Cause, RuleInfo> byCause() {
    Map<Cause, RuleInfo> rules = new EnumMap<>(Cause.class);
    put(
        rules,
        Severity.CRITICAL,
        Cause.KEY_VALIDITY,
        "The token has expired or was revoked",
        "Make a new token on the PAT page with the least rights below, and swap it in.");
    put(
        rules,
        Severity.HIGH,
        Cause.KEY_PERMISSION,
        "The token lacks a permission point",
        "Grant the point on the PAT page; the token stays the same.");
    put(
        rules,
        Severity.HIGH,
        Cause.KEY_WORKSPACE,
        "The token does not cover the workspace",
        "Add the workspace to the token, or ask its owner for a key of theirs.");
    put(
        rules,
        Severity.HIGH,
        Cause.URL_HOST,
        "The call goes to the wrong host",
        "Send it to the API host of the token's site.");
    put(
        rules,
        Severity.HIGH,
        Cause.URL_PATH,
        "The path is not a documented operation",
        "Correct the path as suggested.");
    put(
        rules,
        Severity.MEDIUM,
        Cause.URL_QUERY,
        "A required query parameter is missing",
        "Fill in the parameter.");
    put(
        rules,
        Severity.HIGH,
        Cause.HEADER,
        "The Authorization header is malformed",
        "Send exactly: Bearer, one blank, the token.");
    put(
        rules,
        Severity.MEDIUM,
        Cause.FIELDS,
        "A required body field is missing",
        "Start from the documented example.");
    put(
        rules,
        Severity.HIGH,
        Cause.ESCALATE,
        "Refused although steps 1 to 4 hold",
        "Send the support text to the vendor.");
    put(rules, Severity.MEDIUM, Cause.RESOURCE, "The bot is not published", "Publish the bot.");
    put(rules, Severity.MEDIUM, Cause.QUOTA, "The quota is used up", "Wait or buy more.");
    put(rules, Severity.LOW, Cause.SERVICE, "The service did not answer", "Run the audit again.");
    return rules;
  }

  private static void put(
      Map<Cause, RuleInfo> rules, Severity severity, Cause cause, String title, String remedy) {
    rules.put(cause, rule(cause.id().replace('.', '-') + "-fails", severity, cause, title, remedy));
  }

  private static RuleInfo rule(
      String id, Severity severity, @Nullable Cause guide, String title, String remedy) {
    return new RuleInfo(id, severity, guide, title, remedy, "10-key/" + id + ".drl", 12);
  }
}
