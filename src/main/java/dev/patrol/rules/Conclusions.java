package dev.patrol.rules;

import dev.patrol.model.Answer;
import dev.patrol.model.Application;
import dev.patrol.model.Audit;
import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failed;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Holding;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenUse;
import dev.patrol.model.Verdict;
import dev.patrol.model.Waiver;
import dev.patrol.model.WaiverUse;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what the rules of one session say. */
final class Conclusions implements Audit {
  static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(finding -> Objects.requireNonNullElse(finding.token(), ""))
          .thenComparing(finding -> Objects.requireNonNullElse(finding.endpoint(), ""))
          .thenComparing(finding -> Objects.requireNonNullElse(finding.workspace(), ""))
          .thenComparing(Finding::evidence);

  private final Consumer<Object> memory;
  private final Set<String> fixedSeverities;
  private final Map<String, TokenNotes> byToken = new HashMap<>();
  private final List<Finding> shared = new ArrayList<>();
  private @Nullable RuleInfo speaker;

  /**
   * The memory takes {@link Failed} facts, so that later rules know what earlier ones decided.
   *
   * @param fixedSeverities ids of rules that do not choose a severity for a case
   */
  Conclusions(Consumer<Object> memory, Set<String> fixedSeverities) {
    this.memory = memory;
    this.fixedSeverities = fixedSeverities;
  }

  /** From now on rules may speak about this dossier. */
  TokenNotes expect(Probed probed) {
    TokenNotes notes = new TokenNotes(probed);
    byToken.put(probed.dossier().token().id(), notes);
    return notes;
  }

  void speaker(RuleInfo rule) {
    speaker = rule;
  }

  TokenNotes notes(String token) {
    TokenNotes notes = byToken.get(token);
    if (notes == null) {
      throw new IllegalArgumentException("no token \"" + token + "\" is being judged");
    }
    return notes;
  }

  /** Findings that belong to no dossier, worst first. */
  List<Finding> sharedFindings() {
    return shared.stream().sorted(WORST_FIRST).toList();
  }

  @Override
  public void fail(Endpoint endpoint, String evidence, @Nullable Object... values) {
    suspect(endpoint, List.of(), evidence, values);
  }

  @Override
  public void suspect(
      Endpoint endpoint, List<Cause> alternatives, String evidence, @Nullable Object... values) {
    String text = EvidenceText.of(evidence, values);
    TokenNotes notes = notes(endpoint.token());
    notes.mark(endpoint.id(), step(), Verdict.FAIL, text);
    notes.alternatives(endpoint.id(), step(), alternatives);
    notes.add(about(endpoint, text));
    memory.accept(new Failed(endpoint.token(), endpoint.id(), step()));
  }

  @Override
  public void fail(Token token, String evidence, @Nullable Object... values) {
    suspect(token, List.of(), evidence, values);
  }

  @Override
  public void suspect(
      Token token, List<Cause> alternatives, String evidence, @Nullable Object... values) {
    String text = EvidenceText.of(evidence, values);
    TokenNotes notes = notes(token.id());
    notes.markAll(step(), Verdict.FAIL, text);
    notes.alternatives(step(), alternatives);
    notes.add(about(token, null, rule().severity(), null, text));
    memory.accept(new Failed(token.id(), null, step()));
  }

  @Override
  public void alternative(Endpoint endpoint, Cause cause) {
    notes(endpoint.token()).alternative(endpoint.id(), cause);
  }

  @Override
  public void pass(Endpoint endpoint, Cause step, String evidence, @Nullable Object... values) {
    notes(endpoint.token())
        .mark(endpoint.id(), step, Verdict.PASS, EvidenceText.of(evidence, values));
  }

  @Override
  public void pass(Token token, Cause step, String evidence, @Nullable Object... values) {
    notes(token.id()).markAll(step, Verdict.PASS, EvidenceText.of(evidence, values));
  }

  @Override
  public void unsure(Token token, Cause step, String evidence, @Nullable Object... values) {
    notes(token.id()).markAll(step, Verdict.UNKNOWN, EvidenceText.of(evidence, values));
  }

  @Override
  public void unsure(Endpoint endpoint, Cause step, String evidence, @Nullable Object... values) {
    notes(endpoint.token())
        .mark(endpoint.id(), step, Verdict.UNKNOWN, EvidenceText.of(evidence, values));
  }

  @Override
  public void warn(Endpoint endpoint, String evidence, @Nullable Object... values) {
    notes(endpoint.token()).add(about(endpoint, EvidenceText.of(evidence, values)));
  }

  @Override
  public void warn(Token token, String evidence, @Nullable Object... values) {
    warn(token, rule().severity(), null, evidence, values);
  }

  @Override
  public void warn(
      Token token,
      Severity severity,
      @Nullable Instant due,
      String evidence,
      @Nullable Object... values) {
    Severity said = fixedSeverities.contains(rule().id()) ? rule().severity() : severity;
    add(token, about(token, null, said, due, EvidenceText.of(evidence, values)));
  }

  @Override
  public void warn(Token token, Workspace workspace, String evidence, @Nullable Object... values) {
    add(
        token,
        about(token, workspace.id(), rule().severity(), null, EvidenceText.of(evidence, values)));
  }

  @Override
  public void warn(Workspace workspace, String evidence, @Nullable Object... values) {
    share(
        workspace.id(),
        workspace.owner(),
        workspace.ownerEmail(),
        EvidenceText.of(evidence, values),
        null,
        null);
  }

  @Override
  public void warn(Holding holding, String evidence, @Nullable Object... values) {
    boolean owner = holding.per().equals("owner");
    share(
        null,
        owner ? holding.holder() : null,
        holding.email(),
        EvidenceText.of(evidence, values),
        null,
        holding.key());
  }

  @Override
  public void warn(Application application, String evidence, @Nullable Object... values) {
    Token most = mostHeld(application.tokens());
    share(
        null,
        most == null ? null : most.owner(),
        most == null ? null : most.ownerEmail(),
        EvidenceText.of(evidence, values),
        null,
        application.key());
  }

  @Override
  public void warn(TokenUse token, String evidence, @Nullable Object... values) {
    warn(token.token(), evidence, values);
  }

  @Override
  public void warn(WorkspaceUse use, String evidence, @Nullable Object... values) {
    Workspace workspace = use.workspace();
    share(
        use.id(),
        workspace == null ? null : workspace.owner(),
        workspace == null ? null : workspace.ownerEmail(),
        EvidenceText.of(evidence, values),
        null,
        use.key());
  }

  /** A token of the owner who holds the most of them, the first in the alphabet when several do. */
  private static @Nullable Token mostHeld(List<TokenUse> tokens) {
    Map<String, List<Token>> byOwner =
        tokens.stream()
            .map(TokenUse::token)
            .filter(token -> token.owner() != null)
            .collect(Collectors.groupingBy(token -> "" + token.owner(), Collectors.toList()));
    return byOwner.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<String, List<Token>> held) -> -held.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(held -> held.getValue().get(0))
        .orElse(null);
  }

  @Override
  public void warn(WaiverUse use, String evidence, @Nullable Object... values) {
    share(use.waiver(), null, EvidenceText.of(evidence, values));
  }

  @Override
  public void warn(WaiverUse use, Instant due, String evidence, @Nullable Object... values) {
    share(use.waiver(), due, EvidenceText.of(evidence, values));
  }

  private void share(Waiver waiver, @Nullable Instant due, String evidence) {
    share(null, waiver.who(), null, evidence, due, waiver.key());
  }

  /** Adds a finding that is about no single token. */
  private void share(
      @Nullable String workspace,
      @Nullable String owner,
      @Nullable String ownerEmail,
      String evidence,
      @Nullable Instant due,
      @Nullable String holder) {
    shared.add(
        new Finding(
            rule(),
            rule().severity(),
            FindingStatus.OPEN,
            null,
            null,
            workspace,
            owner,
            ownerEmail,
            evidence,
            due,
            null,
            holder,
            null));
  }

  /** In the last round tokens are known without being judged. */
  private void add(Token token, Finding finding) {
    TokenNotes notes = byToken.get(token.id());
    if (notes == null) {
      shared.add(finding);
    } else {
      notes.add(finding);
    }
  }

  private Finding about(Endpoint endpoint, String text) {
    TokenNotes notes = notes(endpoint.token());
    Answer answer = notes.answer(endpoint.id());
    return new Finding(
        rule(),
        rule().severity(),
        FindingStatus.OPEN,
        endpoint.token(),
        endpoint.id(),
        endpoint.workspace(),
        notes.token().owner(),
        notes.token().ownerEmail(),
        text,
        null,
        answer.asked() ? answer : null,
        null,
        null);
  }

  private Finding about(
      Token token,
      @Nullable String workspace,
      Severity severity,
      @Nullable Instant due,
      String text) {
    TokenNotes notes = byToken.get(token.id());
    Answer identity = notes == null ? null : notes.identity();
    return new Finding(
        rule(),
        severity,
        FindingStatus.OPEN,
        token.id(),
        null,
        workspace,
        token.owner(),
        token.ownerEmail(),
        text,
        due,
        identity != null && identity.asked() ? identity : null,
        null,
        null);
  }

  private RuleInfo rule() {
    return Objects.requireNonNull(speaker, "only a rule that fires can speak");
  }

  private Cause step() {
    Cause guide = rule().guide();
    if (guide == null) {
      throw new IllegalArgumentException(
          "a rule of @guide(hygiene) cannot fail a step of the guide; let it warn");
    }
    return guide;
  }
}
