package dev.patrol.cli;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Workspace;
import dev.patrol.rules.explain.Explanation;
import dev.patrol.rules.explain.Explanation.Fired;
import dev.patrol.rules.explain.NearMiss;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints why the rules say what they say. */
final class ExplanationListing {
  private static final int SHOWN = 10;
  private static final int LABEL = 18;

  private final PrintWriter out;
  private final String folder;
  private final ZoneId zone;
  private final List<String> changedFiles;
  private final List<String> changedPolicy;
  private final boolean all;

  ExplanationListing(
      PrintWriter out,
      String folder,
      ZoneId zone,
      List<String> changedFiles,
      List<String> changedPolicy,
      boolean all) {
    this.out = out;
    this.folder = folder;
    this.zone = zone;
    this.changedFiles = changedFiles;
    this.changedPolicy = changedPolicy;
    this.all = all;
  }

  void print(String run, Probed probed, @Nullable Endpoint endpoint, Explanation explanation) {
    String token = probed.dossier().token().id();
    String about =
        endpoint == null ? "Token " + token : "Endpoint " + endpoint.id() + " of token " + token;
    out.println(about + " in run " + run + ", judged by the rules of " + folder);
    changed("Rule files", changedFiles);
    changed("Policy values", changedPolicy);
    facts(probed, endpoint);
    for (Diagnosis diagnosis : explanation.judgement().diagnoses()) {
      if (endpoint == null || diagnosis.endpoint().id().equals(endpoint.id())) {
        walk(diagnosis);
      }
    }
    fired(explanation.firings());
    findings(explanation.judgement(), endpoint);
    near(explanation.near());
    unread(explanation.unread());
    for (RuleError error : explanation.judgement().errors()) {
      out.println();
      out.println("Rule " + error.rule().id() + " failed: " + error.message());
    }
  }

  private void changed(String what, List<String> names) {
    if (!names.isEmpty()) {
      out.println(what + " that were changed since the run: " + String.join(", ", names));
    }
  }

  private void title(String text) {
    out.println();
    out.println(text);
  }

  private void facts(Probed probed, @Nullable Endpoint endpoint) {
    FactTable table = new FactTable(out, zone);
    title("Facts");
    table.print("Token", probed.dossier().token());
    table.print("Identity probe", probed.identity());
    for (int i = 0; i < probed.answers().size(); i++) {
      Endpoint each = probed.dossier().endpoints().get(i);
      if (endpoint == null || each.id().equals(endpoint.id())) {
        Answer answer = probed.answers().get(i);
        table.print("Endpoint", each);
        table.print("Answer", answer);
      }
    }
    for (Workspace workspace : probed.dossier().workspaces()) {
      if (endpoint == null || workspace.id().equals(endpoint.workspace())) {
        table.print("Workspace", workspace);
      }
    }
    for (History past : probed.past()) {
      if (endpoint == null
          || past.endpoint() == null
          || Objects.equals(past.endpoint(), endpoint.id())) {
        table.print("Earlier nights", past);
      }
    }
  }

  private void walk(Diagnosis diagnosis) {
    String open =
        diagnosis.alternatives().isEmpty()
            ? ""
            : ", or "
                + diagnosis.alternatives().stream()
                    .map(Cause::id)
                    .collect(Collectors.joining(", "));
    title(
        "Walk of "
            + diagnosis.endpoint().id()
            + ": "
            + diagnosis.verdict().id()
            + ", cause "
            + diagnosis.cause().id()
            + open);
    for (Map.Entry<Cause, Mark> step : diagnosis.steps().entrySet()) {
      line(step.getKey().id(), step.getValue().verdict().id() + ": " + step.getValue().evidence());
    }
  }

  private void line(String label, String text) {
    out.println("  " + label + " ".repeat(Math.max(1, LABEL - label.length())) + text);
  }

  private void fired(List<Fired> firings) {
    title(firings.isEmpty() ? "No rule fires" : "Rules that fire, in this order");
    int number = 0;
    for (Fired fired : firings) {
      RuleInfo rule = fired.firing().rule();
      out.println(
          "  "
              + ++number
              + ". "
              + rule.id()
              + " ("
              + place(rule, rule.line())
              + "): "
              + rule.title());
      out.println("     on " + String.join("; ", fired.matched()));
      if (!fired.bound().isEmpty()) {
        out.println("     with " + String.join(", ", fired.bound()));
      }
    }
  }

  private String place(RuleInfo rule, int line) {
    return folder + "/" + rule.file() + ":" + line;
  }

  private void findings(Judgement judgement, @Nullable Endpoint endpoint) {
    List<Finding> shown =
        judgement.findings().stream()
            .filter(
                finding ->
                    endpoint == null
                        || finding.endpoint() == null
                        || finding.endpoint().equals(endpoint.id()))
            .toList();
    title(shown.isEmpty() ? "No findings" : "Findings");
    for (Finding finding : shown) {
      String about = finding.endpoint() == null ? "the token" : finding.endpoint();
      out.println(
          "  "
              + finding.severity().id()
              + " "
              + finding.rule().id()
              + ", about "
              + about
              + ": "
              + finding.evidence());
    }
  }

  private void near(List<NearMiss> misses) {
    title(
        misses.isEmpty()
            ? "No rule nearly fires"
            : "Rules that nearly fire: all of their conditions but one hold");
    List<NearMiss> shown = all ? misses : misses.subList(0, Math.min(SHOWN, misses.size()));
    for (NearMiss miss : shown) {
      RuleInfo rule = miss.rule();
      out.println("  " + rule.id() + " (" + rule.guideId() + "): " + rule.title());
      out.println("     " + place(rule, miss.line()) + ": " + miss.condition());
      if (!miss.met().isEmpty()) {
        out.println("     but " + miss.met());
      }
    }
    if (shown.size() < misses.size()) {
      out.println("  and " + (misses.size() - shown.size()) + " more (--all prints them)");
    }
  }

  private void unread(List<RuleInfo> rules) {
    if (!rules.isEmpty()) {
      title(
          "Not looked into, for their conditions are of a kind that only the engine knows: "
              + rules.stream().map(RuleInfo::id).collect(Collectors.joining(", ")));
    }
  }
}
