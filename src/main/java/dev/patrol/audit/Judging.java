package dev.patrol.audit;

import dev.patrol.history.Chronicle;
import dev.patrol.model.Flips;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import dev.patrol.rules.RuleBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Judges dossiers in batches on all cores, with what is known of earlier nights, and hands the
 * judgements on in the order in which the dossiers came. A bounded number of batches is under way.
 */
final class Judging implements AutoCloseable {
  /** A session costs about as much as a small dossier; more than 64 in one gain nothing. */
  private static final int BATCH = 32;

  /** Small, so that its judgements are written while others are still made. */
  private static final int FIRST_BATCH = 4;

  /** Dossiers with all that the rules got to know, and what they made of each, in that order. */
  record Judged(List<Probed> dossiers, List<Judgement> judgements) {}

  /** Dossiers that are being judged. */
  private record Batch(List<Probed> dossiers, Future<List<Judgement>> judgements) {}

  private final RuleBook rules;
  private final Today today;
  private final Policy policy;
  private final Chronicle chronicle;
  private final Consumer<Judged> sink;
  private final ExecutorService judges;
  private final int most;
  private final Deque<Batch> underWay = new ArrayDeque<>();
  private final FlipCount flips;
  private final RuleErrors errors;
  private List<Probed> batch = new ArrayList<>(BATCH);
  private int size = FIRST_BATCH;

  Judging(
      RuleBook rules,
      Today today,
      Policy policy,
      Chronicle chronicle,
      RuleErrors errors,
      Consumer<Judged> sink) {
    this.rules = rules;
    this.today = today;
    this.policy = policy;
    this.chronicle = chronicle;
    this.sink = sink;
    this.errors = errors;
    flips = new FlipCount(today);
    int threads = Runtime.getRuntime().availableProcessors();
    judges = Executors.newFixedThreadPool(threads, Judging::daemon);
    most = 2 * threads;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "judge");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes the next dossier; waits while too many batches are under way. */
  void add(Probed probed) {
    batch.add(probed);
    if (batch.size() == size) {
      submit();
      size = BATCH;
    }
  }

  /** Judges what is left and waits for all of it. */
  void finish() {
    if (!batch.isEmpty()) {
      submit();
    }
    while (!underWay.isEmpty()) {
      handOn();
    }
  }

  private void submit() {
    List<Probed> full = withPast(batch);
    batch = new ArrayList<>(BATCH);
    // Decided here, by what was handed on, so that it does not depend on which thread is faster.
    RuleBook tried = rules.without(errors.givenUp());
    underWay.add(new Batch(full, judges.submit(() -> tried.judge(full, today, policy))));
    if (underWay.size() > most) {
      handOn();
    }
  }

  private List<Probed> withPast(List<Probed> dossiers) {
    Map<String, List<History>> past =
        chronicle.past(dossiers.stream().map(Judging::token).toList());
    return dossiers.stream()
        .map(probed -> probed.withPast(past.getOrDefault(token(probed), List.of())))
        .toList();
  }

  private static String token(Probed probed) {
    return probed.dossier().token().id();
  }

  private void handOn() {
    Batch next = underWay.remove();
    List<Judgement> judgements = Waiting.forResult(next.judgements());
    flips.add(next.dossiers(), judgements);
    judgements.forEach(errors::add);
    sink.accept(new Judged(next.dossiers(), judgements));
  }

  /** How many tokens went from well to refused since last night; after {@link #finish}. */
  Flips flips() {
    return flips.total();
  }

  @Override
  public void close() {
    judges.shutdownNow();
  }
}
