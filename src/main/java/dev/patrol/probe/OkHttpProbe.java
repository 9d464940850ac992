package dev.patrol.probe;

import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends with OkHttp: a fixed number of workers pull requests and wait for their responses, which is
 * cheaper than asynchronous calls and never sends more than the service is asked to take at once.
 */
public final class OkHttpProbe implements Probe {
  /** How many dossiers may be under way for each worker, so that accounts can take turns. */
  private static final int DOSSIERS_PER_WORKER = 32;

  private static final Logger LOG = LoggerFactory.getLogger(OkHttpProbe.class);

  private final Clock clock;
  private final HttpClients clients;
  private final Courier courier;
  private final ReplyLog log;
  private final UrlReader urls = new UrlReader();
  private final RetryRule retryRule;
  private final HostCutOff cutOff;
  private final Lanes<Errand> lanes;
  private final Semaphore room;
  private final ExecutorService workers;
  private final Set<DossierRun> underWay = ConcurrentHashMap.newKeySet();
  private final Duration longest;
  private final Ticker ticker;
  private volatile boolean closed;
  private volatile boolean brokenOff;

  /**
   * A probe, whose workers start at once.
   *
   * @param settings limits, timeouts and routes
   * @param meanings says what the service's codes mean
   * @param clock measures how long requests take
   * @param log what was answered before, and keeps what is answered now
   */
  public OkHttpProbe(ProbeSettings settings, AnswerMeanings meanings, Clock clock, ReplyLog log) {
    this(settings, meanings, clock, log, Ticker.system(), UnaryOperator.identity());
  }

  OkHttpProbe(
      ProbeSettings settings,
      AnswerMeanings meanings,
      Clock clock,
      ReplyLog log,
      Ticker ticker,
      UnaryOperator<OkHttpClient.Builder> extra) {
    this.clock = clock;
    this.log = log;
    clients = new HttpClients(settings, extra);
    courier = new Courier(settings, clients, meanings, clock);
    retryRule = new RetryRule(settings.attempts(), () -> ThreadLocalRandom.current().nextDouble());
    this.ticker = ticker;
    longest = settings.callTimeout().plusSeconds(1);
    cutOff = new HostCutOff(settings.hostFailures());
    lanes = new Lanes<>(settings.ratePerAccount(), ticker, errand -> cutOff.isDown(errand.host()));
    room = new Semaphore(settings.concurrency() * DOSSIERS_PER_WORKER);
    workers = Workers.start(settings.concurrency());
    for (int i = 0; i < settings.concurrency(); i++) {
      workers.execute(this::work);
    }
  }

  @Override
  public CompletableFuture<Answered> send(DossierPlan plan) {
    DossierRun run = new DossierRun(plan, log, urls);
    if (run.isComplete()) {
      run.future().complete(answered(run));
      return run.future();
    }
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.future().completeExceptionally(new CancellationException("interrupted"));
      return run.future();
    }
    underWay.add(run);
    run.first().forEach(request -> add(Errand.of(run, request), Duration.ZERO));
    if (closed) {
      cancel(run);
    }
    return run.future();
  }

  @Override
  public void finishCalls() {
    closed = true;
    lanes.close();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("some requests are still under way; they are broken off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    underWay.forEach(this::cancel);
  }

  @Override
  public void close() {
    closed = true;
    brokenOff = true;
    lanes.close();
    workers.shutdownNow();
    clients.close();
    underWay.forEach(this::cancel);
  }

  private void work() {
    try {
      Optional<Errand> errand = lanes.take();
      while (errand.isPresent()) {
        attempt(errand.get());
        errand = lanes.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Errand errand) {
    try {
      if (cutOff.isDown(errand.host())) {
        Reply reply = errand.last().orElse(Reply.failed(Failure.HOST_DOWN));
        Long millis = errand.done() == 0 ? null : millisSince(errand);
        finish(errand, new Outcome(reply, millis, errand.sent()));
      } else {
        send(errand);
      }
    } catch (RuntimeException | Error e) {
      // A defect, or no memory left; whoever waits for the answer must hear of it. Its message may
      // quote what was sent, so only its kind and its place go on.
      IllegalStateException defect = new IllegalStateException(e.getClass().getName());
      defect.setStackTrace(e.getStackTrace());
      release(errand.run());
      errand.run().future().completeExceptionally(defect);
    }
  }

  private void send(Errand errand) {
    long start = errand.done() == 0 ? clock.millis() : errand.startMillis();
    long before = ticker.nanos();
    Attempt attempt = courier.send(errand);
    boolean overslept = ticker.nanos() - before > 2 * longest.toNanos();
    Errand tried = errand.tried(start, attempt);
    log(tried, attempt);
    if (brokenOff && attempt.reply().failure() != null) {
      // Perhaps failed by the breaking off alone: to be asked again, and not to be kept.
      cancel(errand.run());
      return;
    }
    Optional<Duration> pause = retryRule.pause(errand.planned(), tried.done(), attempt, overslept);
    if (pause.isPresent() && closed) {
      // Not its last word: the run that goes on asks again.
      cancel(errand.run());
      return;
    }
    if (pause.isPresent()) {
      if (RetryRule.isThrottled(attempt)) {
        lanes.rest(errand.account(), pause.get().toNanos());
      }
      add(tried, pause.get());
      return;
    }
    cutOff.record(errand.host(), attempt.reply().blamesHost());
    finish(tried, new Outcome(attempt.reply(), millisSince(tried), tried.sent()));
  }

  private void finish(Errand errand, Outcome outcome) {
    DossierRun run = errand.run();
    try {
      keep(errand, outcome);
    } catch (RuntimeException e) {
      giveUp(e);
      return;
    }
    boolean last = run.isLast(errand.request(), outcome);
    run.after(errand.request()).forEach(next -> add(Errand.of(run, next), Duration.ZERO));
    if (last && !closed) {
      release(run);
      run.future().complete(answered(run));
    }
  }

  /** What was never sent is left to be sent when the run goes on. */
  private void keep(Errand errand, Outcome outcome) {
    if (outcome.sent() > 0) {
      log.keep(errand.run().token(), errand.run().key(errand.request()), outcome);
    }
  }

  /** Whatever is sent while answers cannot be kept will be sent again: nothing more is sent. */
  private void giveUp(RuntimeException why) {
    closed = true;
    lanes.close();
    underWay.forEach(run -> fail(run, why));
  }

  private Answered answered(DossierRun run) {
    SortedSet<String> down = cutOff.hosts();
    if (!down.isEmpty()) {
      down.retainAll(run.hosts());
    }
    return new Answered(run.probed(), run.sent(), down);
  }

  private void add(Errand errand, Duration delay) {
    lanes.add(errand.account(), errand, delay.toNanos());
  }

  private long millisSince(Errand errand) {
    return clock.millis() - errand.startMillis();
  }

  private void cancel(DossierRun run) {
    fail(run, new CancellationException("the probe was closed"));
  }

  private void fail(DossierRun run, RuntimeException why) {
    release(run);
    run.future().completeExceptionally(why);
  }

  private void release(DossierRun run) {
    if (underWay.remove(run)) {
      room.release();
    }
  }

  private static void log(Errand errand, Attempt attempt) {
    if (!LOG.isDebugEnabled()) {
      return;
    }
    Reply reply = attempt.reply();
    LOG.debug(
        "token {}: {} at {}, try {}: {}",
        errand.run().plan().dossier().token().id(),
        errand.planned().operation().signature(),
        errand.host(),
        errand.done(),
        reply.failure() == null ? "HTTP " + reply.httpStatus() : reply.failure().id());
  }
}
