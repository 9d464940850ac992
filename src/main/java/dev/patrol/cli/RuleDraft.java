package dev.patrol.cli;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule that works, and its cases, for an author to start from. */
final class RuleDraft {
  private static final String RULE =
      """
      // What the rule finds, and why that matters.
      // The facts with their fields, and how to write conditions: WRITING.md in the rules folder.
      package own

      import dev.patrol.model.*

      global Audit audit

      rule "{name}"
          @id({id})
          @severity(medium)
          @guide({step})
          @title("One line that names the fault")
          @remedy("What the owner should do about it.")
      when
          // It fires for each set of facts that fits. Replace this condition with yours.
          $token : Token(environment == "example"){join}
      then
          // The evidence: what was seen, as a pattern of java.util.Formatter and its values.
          audit.{call}, "the environment of token %s is %s", $token.id(), $token.environment());
      end
      """;

  private static final String JOIN = "\n    $endpoint : Endpoint(token == $token.id)";

  private static final String CASES =
      """
      # Small worlds, and what the rule must find in them. What a case does not name is healthy: one
      # token t1, one endpoint e1 that uses it, two workspaces; names are the inventory's columns.
      # Try them with: patrol rules test --rule {id}
      {id}:
        firing:
          - case: a token of the environment example
            token: {environment: example}
            finds: [{subject}]
        near-miss:
          - case: a token of an environment that is only named alike
            token: {environment: examples}
        clean:
          - case: a token of another environment
            token: {environment: production}
      """;

  private final String id;
  private final @Nullable Cause step;

  /**
   * A draft.
   *
   * @param step what it decides; null when it fails no step
   */
  RuleDraft(String id, @Nullable Cause step) {
    this.id = id;
    this.step = step;
  }

  /** The folder, below that of all rules, in which rules of its step stand. */
  String folder() {
    if (step == null) {
      return "70-hygiene";
    }
    return switch (step) {
      case KEY_OAUTH, KEY_VALIDITY, KEY_PERMISSION, KEY_WORKSPACE -> "10-key";
      case URL_HOST, URL_PATH, URL_QUERY -> "20-url";
      case HEADER -> "30-header";
      case FIELDS -> "40-fields";
      case ESCALATE -> "50-escalate";
      default -> "60-not-the-key";
    };
  }

  /** The rule file. A rule of a step fails endpoints; one of hygiene warns about tokens. */
  String rule() {
    return RULE.replace("{name}", name())
        .replace("{id}", id)
        .replace("{step}", step == null ? RuleInfo.HYGIENE : step.id())
        .replace("{join}", step == null ? "" : JOIN)
        .replace("{call}", step == null ? "warn($token" : "fail($endpoint");
  }

  /** The file of cases. */
  String cases() {
    return CASES.replace("{id}", id).replace("{subject}", step == null ? "t1" : "e1");
  }

  /** Names must differ within a package, as ids do. */
  private String name() {
    String words = id.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
