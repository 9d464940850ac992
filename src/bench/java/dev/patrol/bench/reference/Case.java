package dev.patrol.bench.reference;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Edition;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.KeyAccepted;
import dev.patrol.model.KeyRefused;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One dossier while it is judged: its facts, what follows from them, and what was said so far. */
final class Case {
  final Probed probed;
  final Token token;
  final Today today;
  final Policy policy;
  final Needs needs;
  final List<Call> calls = new ArrayList<>();

  /** The calls that were refused for lack of a right, or without saying why. */
  final List<Call> refusals = new ArrayList<>();

  /** Points and workspaces that the token was found to hold, and the endpoint that shows it. */
  final Map<String, @Nullable String> heldPoints = new HashMap<>();

  final Map<String, String> heldWorkspaces = new HashMap<>();

  /** Points and workspaces that the token was found to lack, and why. */
  final Map<String, String> lackedPoints = new LinkedHashMap<>();

  final Map<String, String> lackedWorkspaces = new LinkedHashMap<>();

  /** Workspaces that have a new owner since the token was made. */
  final Set<String> handedOver = new HashSet<>();

  @Nullable KeyAccepted accepted;
  @Nullable KeyRefused refused;

  private final Map<String, RuleInfo> rules;
  private final Map<Cause, Mark> marks = new EnumMap<>(Cause.class);
  private final Map<Cause, List<Cause>> alternatives = new EnumMap<>(Cause.class);
  private final List<Finding> findings = new ArrayList<>();
  private boolean failed;

  Case(Probed probed, Map<String, RuleInfo> rules, Today today, Policy policy) {
    this.probed = probed;
    this.rules = rules;
    this.today = today;
    this.policy = policy;
    token = probed.dossier().token();
    needs = Needs.of(probed.dossier());
    Map<String, Workspace> workspaces = new HashMap<>();
    probed.dossier().workspaces().forEach(workspace -> workspaces.put(workspace.id(), workspace));
    List<Endpoint> endpoints = probed.dossier().endpoints();
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      Workspace place = endpoint.workspace() == null ? null : workspaces.get(endpoint.workspace());
      Call call = new Call(endpoint, probed.answers().get(i), place);
      calls.add(call);
      if (call.refused) {
        refusals.add(call);
      }
    }
  }

  Answer identity() {
    return probed.identity();
  }

  boolean holdsAll(Set<String> points) {
    return heldPoints.keySet().containsAll(points);
  }

  boolean holdsWorkspace(@Nullable String workspace) {
    return workspace != null && heldWorkspaces.containsKey(workspace);
  }

  /** Whether the token's account is known to be run under an edition of that sort. */
  boolean hasAccountEdition(boolean personal) {
    String account = token.account();
    if (account != null) {
      for (Workspace workspace : probed.dossier().workspaces()) {
        Edition edition = workspace.edition();
        if (edition != null
            && edition.isPersonal() == personal
            && account.equals(workspace.account())) {
          return true;
        }
      }
    }
    return false;
  }

  void fail(Call call, String rule, String evidence) {
    suspect(call, rule, List.of(), evidence);
  }

  void suspect(Call call, String rule, List<Cause> others, String evidence) {
    RuleInfo info = rule(rule);
    call.fail(step(info), Marks.fail(evidence), others);
    findings.add(about(call, info, evidence));
  }

  void fail(String rule, String evidence) {
    suspect(rule, List.of(), evidence);
  }

  void suspect(String rule, List<Cause> others, String evidence) {
    RuleInfo info = rule(rule);
    mark(step(info), Marks.fail(evidence));
    alternatives.merge(step(info), others, Marks::closed);
    findings.add(about(info, info.severity(), null, evidence));
    failed = true;
  }

  void warn(Call call, String rule, String evidence) {
    findings.add(about(call, rule(rule), evidence));
  }

  void warn(String rule, String evidence) {
    RuleInfo info = rule(rule);
    findings.add(about(info, info.severity(), null, evidence));
  }

  void warn(String rule, Severity severity, Instant due, String evidence) {
    findings.add(about(rule(rule), severity, due, evidence));
  }

  /** Says something about a step of the token as a whole. */
  void mark(Cause step, Mark mark) {
    marks.merge(step, mark, Marks::stronger);
  }

  /** The mark of the token as a whole, if there is one. */
  @Nullable Mark mark(Cause step) {
    return marks.get(step);
  }

  @Nullable List<Cause> alternatives(Cause named) {
    return alternatives.get(named);
  }

  /** Whether the token as a whole fails a step. */
  boolean hasFailed() {
    return failed;
  }

  List<Finding> findings() {
    return findings;
  }

  private RuleInfo rule(String id) {
    RuleInfo rule = rules.get(id);
    if (rule == null) {
      throw new IllegalStateException("there is no rule " + id);
    }
    return rule;
  }

  private static Cause step(RuleInfo rule) {
    Cause guide = rule.guide();
    if (guide == null) {
      throw new IllegalStateException(rule.id() + " fails no step of the guide");
    }
    return guide;
  }

  private Finding about(Call call, RuleInfo rule, String evidence) {
    return finding(rule, rule.severity(), call.id(), call.workspace(), evidence, null, call.answer);
  }

  private Finding about(RuleInfo rule, Severity severity, @Nullable Instant due, String evidence) {
    return finding(rule, severity, null, null, evidence, due, identity());
  }

  private Finding finding(
      RuleInfo rule,
      Severity severity,
      @Nullable String endpoint,
      @Nullable String workspace,
      String evidence,
      @Nullable Instant due,
      Answer answer) {
    return new Finding(
        rule,
        severity,
        FindingStatus.OPEN,
        token.id(),
        endpoint,
        workspace,
        token.owner(),
        token.ownerEmail(),
        evidence,
        due,
        answer.asked() ? answer : null,
        null,
        null);
  }
}
