package dev.patrol.audit;

import dev.patrol.model.Dossier;
import dev.patrol.model.Probed;
import dev.patrol.probe.Answered;
import dev.patrol.probe.Decision;
import dev.patrol.probe.DossierPlan;
import dev.patrol.probe.Probe;
import dev.patrol.probe.ProbePlanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Asks the service about dossiers unless the journal knows the answers, and hands the dossiers on
 * in the order in which they came. For one thread.
 */
final class Asking {
  private final ProbePlanner planner;
  private final Keyring keyring;
  private final Probe probe;
  private final Notebook notebook;
  private final int ahead;
  private final StopSwitch stop;

  /** A dossier in its turn: known from before, or under way. */
  private sealed interface Turn {
    record Known(Recorded recorded) implements Turn {}

    record UnderWay(DossierPlan plan, CompletableFuture<Answered> answered) implements Turn {}
  }

  /** Sends at most so many dossiers ahead of those that were handed on. */
  Asking(
      ProbePlanner planner,
      Keyring keyring,
      Probe probe,
      Notebook notebook,
      int ahead,
      StopSwitch stop) {
    this.planner = planner;
    this.keyring = keyring;
    this.probe = probe;
    this.notebook = notebook;
    this.ahead = ahead;
    this.stop = stop;
    stop.guard(probe);
  }

  /**
   * Asks about all dossiers; each is kept in the journal before it is handed on.
   *
   * @throws java.util.concurrent.CancellationException when it was stopped
   */
  void ask(Iterator<Dossier> dossiers, Consumer<Recorded> taker) {
    Deque<Turn> turns = new ArrayDeque<>();
    while (dossiers.hasNext()) {
      stop.check();
      turns.add(turn(dossiers.next()));
      if (turns.size() > ahead) {
        taker.accept(recorded(turns.remove()));
      }
    }
    while (!turns.isEmpty()) {
      taker.accept(recorded(turns.remove()));
    }
  }

  private Turn turn(Dossier dossier) {
    Recorded known = notebook.find(dossier).orElse(null);
    if (known != null) {
      planner.count(known.requests());
      return new Turn.Known(known);
    }
    DossierPlan plan = planner.plan(dossier);
    return new Turn.UnderWay(plan, probe.send(plan));
  }

  private Recorded recorded(Turn turn) {
    if (turn instanceof Turn.Known known) {
      return known.recorded();
    }
    Turn.UnderWay underWay = (Turn.UnderWay) turn;
    Answered answered = answered(underWay);
    Probed probed = keyring.annotate(answered.probed());
    Recorded recorded =
        new Recorded(
            probed,
            keyring.fingerprint(probed.dossier().token()),
            underWay.plan().requests().size(),
            shared(underWay.plan()),
            answered.sent(),
            answered.hostsDown());
    notebook.keep(recorded);
    return recorded;
  }

  private Answered answered(Turn.UnderWay turn) {
    try {
      return Waiting.forResult(turn.answered());
    } catch (CancellationException e) {
      stop.check();
      throw e;
    }
  }

  private static int shared(DossierPlan plan) {
    return (int)
        plan.endpoints().stream()
            .filter(decision -> decision instanceof Decision.Ask ask && ask.shared())
            .count();
  }
}
