package dev.patrol.audit;

import dev.patrol.estate.EstateSurvey;
import dev.patrol.facts.RecordedDossier;
import dev.patrol.facts.RecordedFacts;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleError;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.rules.RuleBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges recorded facts with other rules, as of the time at which they were recorded. Nothing is
 * asked or written. Hands out a judgement after the other, in the inventory's order.
 */
public final class Replay implements Iterator<Judgement> {
  private static final int BATCH = 32;

  private final RecordedFacts facts;
  private final RuleBook rules;
  private final Policy policy;
  private final Today today;
  private final Waivers waivers;
  private final EstateSurvey survey;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Judgement> judged = new ArrayDeque<>();
  private final Set<RuleError> errors = new HashSet<>();
  private @Nullable RecordedDossier waiting;

  /** For one thread, and for facts that nobody else reads meanwhile. */
  public Replay(RecordedFacts facts, RuleBook rules, Policy policy) {
    this.facts = facts;
    this.rules = rules;
    this.policy = policy;
    this.today = new Today(facts.head().startedAt(), facts.head().zone());
    this.waivers = new Waivers(facts.waivers(), today, rules.rules());
    waivers.leaveOut(rules.switchedOff());
    this.survey = new EstateSurvey(rules::matches);
  }

  @Override
  public boolean hasNext() {
    return !judged.isEmpty() || waiting != null || facts.hasNext();
  }

  /** The next judgement, waivers applied. */
  @Override
  public Judgement next() {
    if (judged.isEmpty()) {
      judgeBatch();
    }
    Judgement next = judged.poll();
    if (next == null) {
      throw new NoSuchElementException("all dossiers were judged");
    }
    return next;
  }

  private void judgeBatch() {
    List<Probed> batch = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    while (batch.size() < BATCH && (waiting != null || facts.hasNext())) {
      RecordedDossier dossier = waiting == null ? facts.next() : waiting;
      waiting = null;
      Token token = dossier.probed().dossier().token();
      if (!ids.add(token.id())) {
        // Ids that were secrets themselves were masked, and are alike now.
        waiting = dossier;
        break;
      }
      tokens.add(token);
      survey.add(dossier.probed(), dossier.secret() == null ? null : "" + dossier.secret());
      batch.add(dossier.probed());
    }
    for (Judgement judgement : rules.judge(batch, today, policy)) {
      survey.add(judgement);
      errors.addAll(judgement.errors());
      judged.add(waivers.apply(judgement));
    }
  }

  /** The findings that span dossiers; to be asked when all judgements were handed out. */
  public List<Finding> across() {
    LastRounds last =
        LastRounds.of(
            rules, survey.estate(tokens, facts.workspaces(), policy), waivers, today, policy);
    errors.addAll(last.errors());
    return last.findings();
  }

  /** The rules that failed so far. */
  public Set<RuleError> errors() {
    return Set.copyOf(errors);
  }
}
