package dev.patrol.bench.reference;

import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Today;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges dossiers as the shipped rules do, with checks written in Java, in the order of the guide.
 * It leaves out the rounds over the estate and the waivers, and keeps no trace of what fired.
 */
public final class ReferenceJudge {
  private final Map<String, RuleInfo> rules = new HashMap<>();

  /**
   * A judge that speaks in the name of the rules.
   *
   * @param rules all shipped rules
   */
  public ReferenceJudge(Collection<RuleInfo> rules) {
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
  }

  /** One judgement for each dossier, in the same order. */
  public List<Judgement> judge(List<Probed> dossiers, Today today, Policy policy) {
    List<Judgement> judgements = new ArrayList<>(dossiers.size());
    for (Probed probed : dossiers) {
      judgements.add(judge(new Case(probed, rules, today, policy)));
    }
    return judgements;
  }

  private static Judgement judge(Case dossier) {
    new KeyAnswers(dossier).conclude();
    ValidityChecks validity = new ValidityChecks(dossier);
    validity.concludeHandOvers();
    SuspicionChecks suspicion = new SuspicionChecks(dossier);
    checkRights(dossier, validity, suspicion);
    OauthChecks.check(dossier);
    validity.checkDeclared();
    validity.checkRefusal();
    checkCalls(dossier);
    suspicion.leaveOpen();
    new ExpiryChecks(dossier).check();
    new InventoryChecks(dossier).check();
    new RightsChecks(dossier).check();
    HistoryChecks.check(dossier);
    return Verdicts.of(dossier);
  }

  /** What is declared first, then what the answers tell, then what they let one suspect. */
  private static void checkRights(
      Case dossier, ValidityChecks validity, SuspicionChecks suspicion) {
    PermissionChecks permission = new PermissionChecks(dossier);
    WorkspaceChecks workspace = new WorkspaceChecks(dossier);
    for (Call call : dossier.calls) {
      validity.checkHandOver(call);
      workspace.checkOwner(call);
      permission.checkDeclared(call);
      workspace.checkDeclared(call);
    }
    new Refusals(dossier).conclude();
    for (Call call : dossier.calls) {
      permission.checkRefused(call);
      workspace.checkRefused(call);
    }
    if (!dossier.refusals.isEmpty()) {
      suspicion.check();
    }
    for (Call call : dossier.calls) {
      permission.markUnknown(call);
      workspace.markUnknown(call);
    }
  }

  private static void checkCalls(Case dossier) {
    RequestChecks request = new RequestChecks(dossier);
    HeaderChecks header = new HeaderChecks(dossier);
    for (Call call : dossier.calls) {
      HostChecks.check(dossier, call);
      request.check(call);
      header.check(call);
      AnswerChecks.check(dossier, call);
      request.checkPathAnswer(call);
      header.checkRest(call);
      request.checkParameterAnswer(call);
      AnswerChecks.escalate(dossier, call);
    }
  }
}
