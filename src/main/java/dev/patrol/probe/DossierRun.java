package dev.patrol.probe;

import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Probed;
import dev.patrol.probe.Decision.Ask;
import dev.patrol.probe.Decision.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A dossier whose requests are under way. */
final class DossierRun {
  /** A reply and the milliseconds it took, or null when nothing was sent. */
  record Timed(Reply reply, @Nullable Long millis) {}

  private final DossierPlan plan;
  private final CompletableFuture<Probed> future = new CompletableFuture<>();
  private final AtomicReferenceArray<Timed> replies;
  private final AtomicInteger open;

  DossierRun(DossierPlan plan) {
    this.plan = plan;
    this.replies = new AtomicReferenceArray<>(plan.requests().size());
    this.open = new AtomicInteger(plan.requests().size());
  }

  DossierPlan plan() {
    return plan;
  }

  CompletableFuture<Probed> future() {
    return future;
  }

  /** The requests to begin with: the identity probe alone where there is one, else all. */
  List<Integer> first() {
    return all(0, plan.identity() instanceof Ask ? 1 : plan.requests().size());
  }

  /** The requests that can go once the given one is answered. */
  List<Integer> after(int request) {
    return request == 0 && plan.identity() instanceof Ask
        ? all(1, plan.requests().size())
        : List.of();
  }

  /** Keeps a reply; whether it was the last one missing. */
  boolean isLast(int request, Timed reply) {
    replies.set(request, reply);
    return open.decrementAndGet() == 0;
  }

  /** The answers; all replies must be there. */
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
    String token = plan.dossier().token().id();
    if (decision instanceof Skip skip) {
      return Answer.skipped(token, endpoint, skip.reason().id());
    }
    Ask ask = (Ask) decision;
    Timed timed = replies.get(ask.request());
    Reply reply = timed.reply();
    String sent = ask.shared() ? "shared" : "sent";
    return new Answer(
        token,
        endpoint,
        operation,
        reply.meaning(),
        reply.failure() == null ? sent : "failed-" + reply.failure().id(),
        reply.failure(),
        reply.httpStatus(),
        reply.code(),
        reply.msg(),
        reply.logid(),
        timed.millis());
  }

  private static List<Integer> all(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
