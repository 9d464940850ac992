package dev.patrol.rules;

import dev.patrol.model.Call;
import dev.patrol.model.Estate;
import dev.patrol.model.Firing;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.Redaction;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Ruling;
import dev.patrol.model.SecretPrefix;
import dev.patrol.model.Today;
import dev.patrol.model.WaiverUse;
import dev.patrol.rules.source.RuleKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;

/** One Drools session over a batch of dossiers. */
final class RuleSession implements AutoCloseable {
  /** How often one rule may fire: far above what it needs that looks at each fact a few times. */
  private static final long FIRINGS_PER_FACT = 20;

  /** Rules that join each fact of a dossier with each other come to an end, too. */
  private static final long MOST_PAIRS = 100_000;

  private static final long FEWEST_FIRINGS = 2_000;

  /** What a rule throws may quote what it was given. */
  private static final int LONGEST_MESSAGE = 200;

  private final SessionPool pool;
  private final KieSession session;
  private final Map<String, RuleInfo> rules;
  private final Today today;
  private final Conclusions conclusions;
  private final Trace trace = new Trace();
  private final Firings firings;
  private long pairs;
  private boolean reusable;
  private @Nullable List<Explainer.Matched> matches;

  RuleSession(SessionPool pool, RuleBases bases, Today today, Policy policy) {
    this.pool = pool;
    this.session = pool.take();
    this.rules = bases.byName();
    this.today = today;
    this.conclusions = new Conclusions(session::insert, bases.fixedSeverities());
    this.firings =
        new Firings(
            rules,
            (rule, match) -> {
              conclusions.speaker(rule);
              Firing firing = trace.fired(rule, match.getObjects());
              if (matches != null) {
                matches.add(Explainer.Matched.of(firing, match));
              }
            },
            session::halt);
    firings.allow(FEWEST_FIRINGS);
    session.setGlobal("audit", conclusions);
    session.addEventListener(firings);
    session.insert(today);
    session.insert(policy);
  }

  /** From now on what rules match is kept, which takes time and memory. */
  void keepMatches() {
    matches = new ArrayList<>();
  }

  List<Explainer.Matched> matches() {
    return matches == null ? List.of() : matches;
  }

  /** All facts, conclusions included. */
  Collection<?> facts() {
    return List.copyOf(session.getObjects());
  }

  void insert(Probed probed) {
    long before = session.getFactCount();
    TokenNotes notes = conclusions.expect(probed);
    trace.expect(probed);
    session.insert(probed.dossier().token());
    session.insert(notes.needs());
    session.insert(probed.identity());
    probed.dossier().accountEditions().forEach(session::insert);
    probed.foreignHeaders().forEach(session::insert);
    probed.past().forEach(session::insert);
    if (probed.secretPrefix() != null) {
      session.insert(new SecretPrefix(probed.dossier().token().id(), probed.secretPrefix()));
    }
    probed.dossier().endpoints().forEach(session::insert);
    probed.answers().forEach(session::insert);
    // What is inserted last is matched first, and evidence names the first endpoint of several.
    List<Call> calls = Call.of(probed);
    for (int i = calls.size() - 1; i >= 0; i--) {
      session.insert(calls.get(i));
    }
    probed.dossier().workspaces().forEach(this::insertOnce);
    allow(session.getFactCount() - before);
  }

  /** A loop is noticed soon, and the more facts come together the more may be said of them. */
  private void allow(long facts) {
    long more = Math.max(pairs, Math.min(MOST_PAIRS, facts * facts));
    firings.allow(FIRINGS_PER_FACT * facts + more - pairs);
    pairs = more;
  }

  /** Dossiers of one batch share workspaces; a fact inserted twice would be found twice. */
  private void insertOnce(Object fact) {
    if (session.getFactHandle(fact) == null) {
      session.insert(fact);
    }
  }

  void insert(Estate estate) {
    session.insert(estate);
    estate.workspaces().forEach(session::insert);
    estate.holdings().forEach(session::insert);
    estate.sharedSecrets().forEach(session::insert);
    estate.tokens().forEach(session::insert);
    estate.applications().forEach(session::insert);
    estate.workspaceUses().forEach(session::insert);
    allow(session.getFactCount());
  }

  void insert(WaiverUse use) {
    session.insert(use);
    allow(1);
  }

  /**
   * Fires the rules until none has anything to say.
   *
   * @throws BrokenOff when one throws or does not come to an end
   */
  void run() throws BrokenOff {
    try {
      session.fireAllRules();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      RuleInfo firing = firings.firing();
      throw firing == null
          ? new BrokenOff(named(e), "a condition of it threw " + root(e), e)
          : new BrokenOff(List.of(firing), "it threw " + root(e), e);
    }
    if (firings.isLooping()) {
      throw new BrokenOff(
          firings.most(),
          "it fired without end, as a rule does that inserts or updates what it asks for");
    }
    // What was matched is read after the end, from the session's own memory.
    reusable = matches == null;
  }

  /** Drools names the rules that share a condition in its own message. */
  private List<RuleInfo> named(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return rules.entrySet().stream()
        .filter(rule -> message.contains('"' + RuleKey.name(rule.getKey()) + '"'))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = Redaction.url(root.toString());
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "..." : text;
  }

  /** What was made of the dossiers, after {@link #run}. */
  List<Judgement> judgements(List<Probed> dossiers, Map<RuleInfo, String> leftOut) {
    Rights rights = new Rights(session.getObjects());
    return dossiers.stream()
        .map(
            probed ->
                new JudgementBuilder(probed, conclusions, rights, trace, today, leftOut).build())
        .toList();
  }

  /** What was made of facts that are about no single dossier, after {@link #run}. */
  Ruling ruling(Map<RuleInfo, String> leftOut) {
    return new Ruling(
        conclusions.sharedFindings(),
        trace.shared(),
        leftOut.entrySet().stream()
            .map(rule -> new RuleError(rule.getKey(), null, rule.getValue()))
            .toList());
  }

  @Override
  public void close() {
    if (reusable) {
      pool.giveBack(session);
    } else {
      session.dispose();
    }
  }
}
