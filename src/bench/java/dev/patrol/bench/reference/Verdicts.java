package dev.patrol.bench.reference;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the checks said about one dossier. */
final class Verdicts {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(finding -> Objects.requireNonNullElse(finding.token(), ""))
          .thenComparing(finding -> Objects.requireNonNullElse(finding.endpoint(), ""))
          .thenComparing(finding -> Objects.requireNonNullElse(finding.workspace(), ""))
          .thenComparing(Finding::evidence);

  private static final List<Cause> CAUSES = List.of(Cause.values());
  private static final Mark UNSPOKEN = Marks.unsure("no rule spoke about the key's validity");

  /** What is said of a step that no check failed or doubted. */
  private static final Map<Cause, Mark> HOLDS =
      new EnumMap<>(
          Map.of(
              Cause.KEY_OAUTH,
              Marks.pass("the key does not depend on an OAuth flow, or its flow is complete"),
              Cause.KEY_VALIDITY,
              UNSPOKEN,
              Cause.KEY_PERMISSION,
              Marks.pass("every permission point it needs is declared or was accepted"),
              Cause.KEY_WORKSPACE,
              Marks.pass("its workspace is declared or was accepted, or none is needed"),
              Cause.URL_HOST,
              Marks.pass("scheme, host and site are right"),
              Cause.URL_PATH,
              Marks.pass("method and path are documented, and the path's ids are filled in"),
              Cause.URL_QUERY,
              Marks.pass("every required query parameter is filled in"),
              Cause.HEADER,
              Marks.pass("the header is Bearer, one space, and the token"),
              Cause.FIELDS,
              Marks.pass("every required field of the body is filled in")));

  private final Case dossier;

  private Verdicts(Case dossier) {
    this.dossier = dossier;
  }

  static Judgement of(Case dossier) {
    return new Verdicts(dossier).judgement();
  }

  private Judgement judgement() {
    List<Diagnosis> diagnoses = new ArrayList<>(dossier.calls.size());
    for (Call call : dossier.calls) {
      diagnoses.add(diagnosis(call));
    }
    List<Finding> findings = dossier.findings();
    findings.sort(WORST_FIRST);
    return new Judgement(
        dossier.token, state(findings), needs(), dossier.identity(), diagnoses, findings);
  }

  private Diagnosis diagnosis(Call call) {
    Map<Cause, Mark> steps = new EnumMap<>(Cause.class);
    Cause cause = Cause.NONE;
    boolean open = false;
    for (Cause each : CAUSES) {
      Mark said = mark(call, each);
      if (cause == Cause.NONE && said != null && said.verdict() == Verdict.FAIL) {
        cause = each;
      }
      if (each.isStep()) {
        Mark mark = said == null ? HOLDS.getOrDefault(each, UNSPOKEN) : said;
        open |= mark.verdict() == Verdict.UNKNOWN;
        steps.put(each, mark);
      }
    }
    Verdict verdict =
        cause == Cause.SERVICE || (cause == Cause.NONE && open)
            ? Verdict.UNKNOWN
            : cause == Cause.NONE ? Verdict.PASS : Verdict.FAIL;
    return new Diagnosis(
        call.endpoint, verdict, cause, alternatives(call, cause), steps, call.answer);
  }

  private @Nullable Mark mark(Call call, Cause step) {
    Mark own = call.mark(step);
    Mark general = dossier.mark(step);
    return own == null ? general : general == null ? own : Marks.stronger(own, general);
  }

  private List<Cause> alternatives(Call call, Cause named) {
    List<Cause> own = call.alternatives(named);
    List<Cause> general = dossier.alternatives(named);
    if (own == null && general == null && call.leftOpen().isEmpty()) {
      return List.of();
    }
    Set<Cause> all = EnumSet.noneOf(Cause.class);
    all.addAll(call.leftOpen());
    if (own != null && general != null) {
      all.addAll(Marks.closed(own, general));
    } else if (own != null) {
      all.addAll(own);
    } else if (general != null) {
      all.addAll(general);
    }
    all.remove(named);
    return List.copyOf(all);
  }

  private TokenState state(List<Finding> findings) {
    Token token = dossier.token;
    if (dossier.hasFailed()) {
      boolean over = token.expiresAt() != null && dossier.today.isPast(token.expiresAt());
      boolean switchedOff = token.status() != null && token.status() != TokenStatus.ACTIVE;
      return over && !switchedOff ? TokenState.EXPIRED : TokenState.INVALID;
    }
    Mark validity = dossier.mark(Cause.KEY_VALIDITY);
    if (validity == null || validity.verdict() == Verdict.UNKNOWN) {
      return TokenState.UNKNOWN;
    }
    boolean ends = false;
    for (Finding finding : findings) {
      ends |= finding.due() != null && RuleInfo.HYGIENE.equals(finding.rule().guideId());
    }
    return ends && token.kind() != TokenKind.OAUTH ? TokenState.EXPIRING : TokenState.VALID;
  }

  private Needs needs() {
    Needs needs = dossier.needs;
    if (dossier.lackedPoints.isEmpty()
        && dossier.lackedWorkspaces.isEmpty()
        && needs.missingPermissions().isEmpty()
        && needs.missingWorkspaces().isEmpty()) {
      return needs;
    }
    Set<String> lacking = new HashSet<>(dossier.lackedPoints.keySet());
    lacking.addAll(dossier.lackedWorkspaces.keySet());
    Set<String> holding = new HashSet<>(dossier.heldPoints.keySet());
    holding.addAll(dossier.heldWorkspaces.keySet());
    return needs.corrected(lacking, holding);
  }
}
