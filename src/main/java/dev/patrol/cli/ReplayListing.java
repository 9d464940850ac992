package dev.patrol.cli;

import dev.patrol.audit.ReplayDifference;
import dev.patrol.audit.ReplayDifference.Change;
import dev.patrol.audit.ReplayDifference.EndpointChange;
import dev.patrol.audit.ReplayDifference.Kind;
import dev.patrol.audit.ReplayDifference.RuleChanges;
import dev.patrol.audit.ReplayDifference.State;
import dev.patrol.facts.FactsHead;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints what other rules would have said of a run.
 *
 * @param head what the recorded facts say of the run
 * @param folder the folder of the rules
 * @param changedFiles the rule files that are others than then
 * @param changedPolicy the policy's values that are others than then
 * @param rules the rules as they are now
 * @param errors the rules that failed
 */
record ReplayListing(
    FactsHead head,
    String folder,
    List<String> changedFiles,
    List<String> changedPolicy,
    Collection<RuleInfo> rules,
    List<RuleError> errors) {

  void print(ReplayDifference difference, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Run %s, %d tokens, judged again by the rules of %s as of %s. Nothing was sent.%n",
        head.run(),
        difference.dossiers(),
        folder,
        head.startedAt());
    changed(out, "Rule files", changedFiles);
    changed(out, "Policy values", changedPolicy);
    out.printf(
        Locale.ROOT,
        "Findings: %d would appear, %d vanish, %d change. Endpoints: %d would get another verdict or"
            + " cause.%n",
        difference.findings(Kind.APPEARS),
        difference.findings(Kind.VANISHES),
        difference.findings(Kind.CHANGES),
        difference.endpointCount());
    Map<String, RuleInfo> byId =
        rules.stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule, (a, b) -> a));
    difference.byRule().forEach((id, changes) -> rule(id, byId.get(id), changes, out));
    endpoints(difference, out);
    for (RuleError error : errors) {
      out.printf(
          Locale.ROOT,
          "%nRule %s failed%s: %s%n",
          error.rule().id(),
          error.token() == null ? "" : " for token " + error.token(),
          error.message());
    }
  }

  private static void changed(PrintWriter out, String what, List<String> names) {
    if (!names.isEmpty()) {
      out.println(what + " that were changed since: " + String.join(", ", names));
    }
  }

  private void rule(String id, @Nullable RuleInfo rule, RuleChanges changes, PrintWriter out) {
    out.println();
    out.println(
        rule == null
            ? id + ": no rule has this id now"
            : id
                + ": "
                + rule.title()
                + " ("
                + folder
                + "/"
                + rule.file()
                + ":"
                + rule.line()
                + ")");
    out.printf(
        Locale.ROOT,
        "  %d would appear, %d vanish, %d change%n",
        changes.count(Kind.APPEARS),
        changes.count(Kind.VANISHES),
        changes.count(Kind.CHANGES));
    changes.first().forEach(change -> out.println("  " + line(change)));
    more(changes.count() - changes.first().size(), out);
  }

  private String line(Change change) {
    String about = change.subject().shown();
    State before = change.before();
    State after = change.after();
    if (before == null || after == null) {
      State only = after == null ? before : after;
      return (after == null ? "- " : "+ ")
          + about
          + (only == null ? "" : ": " + only.severity().id() + ", " + only.evidence());
    }
    List<String> sides = new ArrayList<>();
    side(sides, "severity", before, after, state -> state.severity().id());
    side(sides, "due", before, after, this::due);
    side(sides, "waived", before, after, state -> state.waived() ? "yes" : "no");
    side(sides, "evidence", before, after, State::evidence);
    return "~ " + about + ": " + String.join("; ", sides);
  }

  private static void side(
      List<String> sides, String name, State before, State after, Function<State, String> word) {
    String then = word.apply(before);
    String now = word.apply(after);
    if (!then.equals(now)) {
      sides.add(name + " " + then + " -> " + now);
    }
  }

  private String due(State state) {
    return state.due() == null ? "none" : LocalDate.ofInstant(state.due(), head.zone()).toString();
  }

  private static void endpoints(ReplayDifference difference, PrintWriter out) {
    if (difference.endpointCount() == 0) {
      return;
    }
    out.println();
    out.println("Endpoints with another verdict or cause:");
    for (EndpointChange change : difference.endpoints()) {
      out.printf(
          Locale.ROOT,
          "  %s / %s: %s, %s -> %s, %s%n",
          change.token(),
          change.endpoint(),
          change.verdictBefore().id(),
          change.causeBefore().id(),
          change.verdict().id(),
          change.cause().id());
    }
    more(difference.endpointCount() - difference.endpoints().size(), out);
  }

  private static void more(long left, PrintWriter out) {
    if (left > 0) {
      out.println("  and " + left + " more (--all prints them)");
    }
  }
}
