package dev.patrol.history;

import dev.patrol.model.Application;
import dev.patrol.model.Finding;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.WorkspaceUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run beside the earlier ones: tells rules about earlier nights, tells how findings stand
 * against them, and records the run. For one thread. Nothing of the run is known to others before
 * {@link #commit}; what a crash leaves is removed when the next run of the inventory begins.
 */
public final class Chronicle implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chronicle.class);

  /** So many tokens are asked for at a time. */
  private static final int CHUNK = 64;

  private final Transactions transactions;
  private final StoreOptions options;
  private final RunHeader header;
  private final Beginning beginning;
  private final RuleTable rules;
  private final States states;
  private final Stage stage;
  private final Set<String> judged = new HashSet<>();
  private final Set<String> silent = new HashSet<>();
  private boolean undecided;
  private final Set<String> kept = new HashSet<>();
  private final Set<String> leftOut = new HashSet<>();
  private Changes changes = new Changes(0, 0, 0);

  private Chronicle(
      Transactions transactions,
      StoreOptions options,
      RunHeader header,
      Beginning beginning,
      RuleTable rules) {
    this.transactions = transactions;
    this.options = options;
    this.header = header;
    this.beginning = beginning;
    this.rules = rules;
    this.states = new States(transactions, beginning);
    this.stage = new Stage(transactions, beginning.inventory(), beginning.run());
  }

  static Chronicle begin(
      Transactions transactions,
      StoreOptions options,
      RunHeader header,
      Collection<RuleInfo> tonight) {
    Beginning beginning = transactions.run(connection -> Beginning.of(connection, header));
    RuleTable rules = new RuleTable(tonight);
    transactions.run(
        connection -> {
          rules.load(connection);
          return true;
        });
    return new Chronicle(transactions, options, header, beginning, rules);
  }

  /**
   * Facts about earlier nights, best for some dozens of tokens at a time.
   *
   * @return by token: one fact for the token and one for each endpoint that an earlier night knew
   * @throws StoreUnavailable when the database stays away
   */
  public Map<String, List<History>> past(Collection<String> tokens) {
    return states.past(tokens);
  }

  /**
   * Names tokens of which rows were refused tonight: nothing of theirs is gone or fixed. To be
   * called before anything is compared.
   */
  public void keep(Set<String> tokens) {
    kept.addAll(States.ids(tokens));
  }

  /** Names rules that are switched off tonight: nothing that they found is fixed. */
  public void leaveOut(Collection<RuleInfo> rules) {
    rules.forEach(rule -> leftOut.add(StoredText.id(rule.id())));
  }

  /**
   * The judgements with the status of each finding and when it was first seen, and with the
   * findings that are fixed after the others. Best for some dozens at a time.
   *
   * @throws StoreUnavailable when the database stays away
   * @throws IllegalStateException when another run of the inventory began meanwhile
   */
  public List<Judgement> compare(List<Judgement> judgements) {
    List<String> tokens = States.ids(judgements.stream().map(each -> each.token().id()).toList());
    states.prepare(tokens);
    Map<String, List<FindingEvent>> before = before(tokens);
    List<Judgement> compared = new ArrayList<>();
    for (Judgement judgement : judgements) {
      String token = StoredText.id(judgement.token().id());
      boolean rowsRefused = kept.contains(token);
      judged.add(token);
      undecided |= !judgement.errors().isEmpty();
      if (!judgement.identity().asked()) {
        silent.add(token);
      }
      Comparison comparison = comparison(before.getOrDefault(token, List.of()));
      List<Finding> findings =
          comparison.judge(
              judgement.findings(), token, each -> Basis.of(each, judgement), this::ruleNo);
      findings.addAll(
          comparison.fixed(
              each ->
                  !rowsRefused
                      && !leftOut.contains(each.key().rule())
                      && each.basis().isKnown(each.key().endpoint(), judgement)
                      && judgement.isDecided(rules.rule(each)),
              rules::rule));
      stage(comparison);
      states.changes(judgement, rowsRefused).forEach(stage::add);
      compared.add(judgement.withFindings(findings));
    }
    return compared;
  }

  /**
   * The same for findings that span tokens; with them come the fixed ones of tokens that are no
   * longer in the inventory. To be called once, after all dossiers.
   *
   * @param inDoubt the {@link Finding#holder holders} of which it cannot be told tonight whether
   *     what was found about them still holds
   * @param failedRules the ids of rules that failed when they were asked about what spans tokens
   * @throws StoreUnavailable when the database stays away
   * @throws IllegalStateException when another run of the inventory began meanwhile
   */
  public List<Finding> compareAcross(
      List<Finding> across, Set<String> inDoubt, Set<String> failedRules) {
    Comparison comparison = comparison(newest(List.of("")));
    List<Finding> findings = comparison.judge(across, "", this::basisAcross, this::ruleNo);
    Set<String> doubtful = inDoubt.stream().map(StoredText::of).collect(Collectors.toSet());
    List<Finding> fixed =
        comparison.fixed(
            event ->
                wouldBeFound(event)
                    && !leftOut.contains(event.key().rule())
                    && !doubtful.contains(event.key().holder())
                    && !failedRules.contains(rules.rule(event).id()),
            rules::rule);
    stage(comparison);
    findings.addAll(fixed);
    findings.addAll(ofTokensGone());
    return findings;
  }

  /** Whether a finding that spans tokens would have been found tonight if it still held. */
  private boolean wouldBeFound(FindingEvent event) {
    String token = event.key().token();
    if (token.isEmpty()) {
      // Who holds how many cannot be told while rows are missing.
      return event.key().holder().isEmpty()
          || (kept.isEmpty() && (!restsOnJudgements(event.key().holder()) || isAsWellKnown(event)));
    }
    return !kept.contains(token) && (event.basis() == Basis.DECLARED || !silent.contains(token));
  }

  /** What answers showed cannot be gone in a night without them, or without some of the rules. */
  private boolean isAsWellKnown(FindingEvent event) {
    return !undecided && (event.basis() == Basis.DECLARED || !header.offline());
  }

  private Basis basisAcross(Finding finding) {
    boolean declared =
        finding.token() == null
            && (finding.holder() == null || !restsOnJudgements(finding.holder()));
    return declared || header.offline() ? Basis.DECLARED : Basis.IDENTITY;
  }

  private static boolean restsOnJudgements(String holder) {
    return holder.startsWith(Application.KEY) || holder.startsWith(WorkspaceUse.KEY);
  }

  private List<Finding> ofTokensGone() {
    Set<String> gone = new LinkedHashSet<>();
    transactions.run(
        connection -> {
          gone.clear();
          new StateRows(connection, beginning.inventory())
              .tokens(
                  token -> {
                    if (!judged.contains(token) && !kept.contains(token)) {
                      gone.add(token);
                    }
                  });
          return true;
        });
    List<Finding> findings = new ArrayList<>();
    List<String> tokens = gone.stream().sorted().toList();
    for (int from = 0; from < tokens.size(); from += CHUNK) {
      List<String> some = tokens.subList(from, Math.min(from + CHUNK, tokens.size()));
      states.prepare(some);
      some.forEach(token -> states.gone(token).forEach(stage::add));
      Comparison comparison = comparison(newest(some));
      findings.addAll(comparison.fixed(each -> true, rules::rule));
      stage(comparison);
    }
    return findings;
  }

  /**
   * Makes the run known, all at once, and forgets runs that are too old.
   *
   * @param finishedAt when its report was published
   * @return what changed against the run before
   * @throws StoreUnavailable when the database stays away
   * @throws IllegalStateException when another run of the inventory began meanwhile
   */
  public Changes commit(RunTotals totals, Instant finishedAt) {
    stage.write();
    Instant now = options.clock().instant();
    transactions.run(
        connection -> {
          RunRows runs = new RunRows(connection);
          runs.lockInventory(header.inventory());
          Stage.requireOwn(connection, beginning.run());
          runs.finish(beginning.run(), totals, changes, finishedAt, now);
          return true;
        });
    try {
      transactions.run(
          connection -> {
            new RunRows(connection).lockInventory(header.inventory());
            Retention.apply(connection, beginning.inventory(), now, options.keepDays());
            return true;
          });
    } catch (RuntimeException e) {
      // The run is recorded; the next one forgets what this one did not.
      LOG.warn("runs that are too old could not be removed", e);
    }
    return changes;
  }

  /** Without {@link #commit} the run counts as never begun. */
  @Override
  public void close() {
    judged.clear();
    silent.clear();
  }

  private Comparison comparison(Collection<FindingEvent> before) {
    return new Comparison(beginning.run(), header.startedAt(), before);
  }

  private long ruleNo(RuleInfo rule) {
    return rules.number(rule, transactions);
  }

  private Map<String, List<FindingEvent>> before(List<String> dossiers) {
    return newest(dossiers).stream().collect(Collectors.groupingBy(event -> event.key().dossier()));
  }

  private List<FindingEvent> newest(List<String> dossiers) {
    return dossiers.isEmpty()
        ? List.of()
        : transactions.run(
            connection ->
                new FindingRows(connection, beginning.inventory())
                    .newest(dossiers, beginning.run()));
  }

  private void stage(Comparison comparison) {
    long appeared = changes.appeared();
    long reopened = changes.reopened();
    long fixed = changes.fixed();
    for (FindingEvent event : comparison.events()) {
      stage.add(event);
      appeared += event.kind() == FindingEvent.Kind.NEW ? 1 : 0;
      reopened += event.kind() == FindingEvent.Kind.REOPENED ? 1 : 0;
      fixed += event.kind() == FindingEvent.Kind.FIXED ? 1 : 0;
    }
    changes = new Changes(appeared, reopened, fixed);
  }
}
