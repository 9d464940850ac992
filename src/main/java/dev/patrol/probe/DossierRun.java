package dev.patrol.probe;

import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Probed;
import dev.patrol.probe.Decision.Ask;
import dev.patrol.probe.Decision.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A dossier whose requests are under way. */
final class DossierRun {
  private final DossierPlan plan;
  private final CompletableFuture<Answered> future = new CompletableFuture<>();
  private final AtomicReferenceArray<@Nullable Outcome> outcomes;
  private final AtomicInteger open;
  private final List<String> keys;
  private final UrlReader urls;

  /** Begins with the outcomes that are known from before. */
  DossierRun(DossierPlan plan, ReplyLog log, UrlReader urls) {
    this.plan = plan;
    this.outcomes = new AtomicReferenceArray<>(plan.requests().size());
    this.urls = urls;
    this.keys = plan.requests().stream().map(PlannedRequest::key).toList();
    int known = 0;
    for (int i = 0; i < plan.requests().size(); i++) {
      Outcome outcome = log.find(token(), keys.get(i)).orElse(null);
      outcomes.set(i, outcome);
      known += outcome == null ? 0 : 1;
    }
    this.open = new AtomicInteger(plan.requests().size() - known);
  }

  DossierPlan plan() {
    return plan;
  }

  String token() {
    return plan.dossier().token().id();
  }

  /** The {@link PlannedRequest#key} of a request. */
  String key(int request) {
    return keys.get(request);
  }

  /** Where a request is meant to go. */
  HttpUrl url(int request) {
    return urls.get(plan.requests().get(request).url());
  }

  CompletableFuture<Answered> future() {
    return future;
  }

  /** Whether nothing is left to be sent. */
  boolean isComplete() {
    return open.get() == 0;
  }

  /** The requests to begin with: the identity probe alone where there is one, else all. */
  List<Integer> first() {
    return asksIdentity() && outcomes.get(0) == null ? List.of(0) : missing();
  }

  /** The requests that can go once the given one is answered. */
  List<Integer> after(int request) {
    return request == 0 && asksIdentity() ? missing() : List.of();
  }

  /** Keeps an outcome; whether it was the last one missing. */
  boolean isLast(int request, Outcome outcome) {
    outcomes.set(request, outcome);
    return open.decrementAndGet() == 0;
  }

  /** The hosts that its requests are meant for. */
  Set<String> hosts() {
    return IntStream.range(0, plan.requests().size())
        .mapToObj(request -> Authority.of(url(request)))
        .collect(Collectors.toSet());
  }

  /** How many times its requests were sent; all outcomes must be there. */
  int sent() {
    return IntStream.range(0, outcomes.length()).map(i -> outcome(i).sent()).sum();
  }

  /** The answers; all outcomes must be there. */
  Probed probed() {
    List<Answer> answers = new ArrayList<>();
    List<Endpoint> endpoints = plan.dossier().endpoints();
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      answers.add(answer(endpoint.id(), endpoint.operation(), plan.endpoints().get(i)));
    }
    Operation asked =
        plan.identity() instanceof Ask ask ? plan.requests().get(ask.request()).operation() : null;
    return new Probed(
        plan.dossier(), answer(null, asked, plan.identity()), answers, plan.secretPrefix());
  }

  private Answer answer(
      @Nullable String endpoint, @Nullable Operation operation, Decision decision) {
    if (decision instanceof Skip skip) {
      return Answer.skipped(token(), endpoint, skip.reason().id());
    }
    Ask ask = (Ask) decision;
    Outcome outcome = outcome(ask.request());
    Reply reply = outcome.reply();
    String sent = ask.shared() ? "shared" : "sent";
    return new Answer(
        token(),
        endpoint,
        operation,
        reply.meaning(),
        reply.failure() == null ? sent : "failed-" + reply.failure().id(),
        reply.failure(),
        reply.httpStatus(),
        reply.code(),
        reply.msg(),
        reply.logid(),
        outcome.millis());
  }

  private Outcome outcome(int request) {
    Outcome outcome = outcomes.get(request);
    if (outcome == null) {
      throw new IllegalStateException("request " + request + " of " + token() + " is under way");
    }
    return outcome;
  }

  private boolean asksIdentity() {
    return plan.identity() instanceof Ask;
  }

  private List<Integer> missing() {
    return IntStream.range(0, outcomes.length())
        .filter(i -> outcomes.get(i) == null)
        .boxed()
        .toList();
  }
}
