package dev.patrol.history;

import dev.patrol.model.Diagnosis;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the tokens and endpoints of one run fared before it, and how they fare now. */
final class States {
  private final Transactions transactions;
  private final Beginning beginning;

  /** By token and endpoint: the last state before this run, from {@link #past} until it is used. */
  private final Map<String, Map<String, StateEvent>> ready = new HashMap<>();

  States(Transactions transactions, Beginning beginning) {
    this.transactions = transactions;
    this.beginning = beginning;
  }

  Map<String, List<History>> past(Collection<String> tokens) {
    Map<String, Map<String, List<StateEvent>>> events = new HashMap<>();
    for (StateEvent event : load(ids(tokens), beginning.firstRun())) {
      events
          .computeIfAbsent(event.token(), token -> new LinkedHashMap<>())
          .computeIfAbsent(event.endpoint(), endpoint -> new ArrayList<>())
          .add(event);
    }
    Map<String, List<History>> past = new HashMap<>();
    for (String token : tokens) {
      Map<String, StateEvent> last = new HashMap<>();
      List<History> facts = new ArrayList<>();
      events
          .getOrDefault(StoredText.id(token), Map.of())
          .forEach(
              (endpoint, all) -> {
                last.put(endpoint, all.get(all.size() - 1));
                History fact =
                    PastFacts.of(token, StoredText.orNull(endpoint), all, beginning.nights());
                if (fact != null) {
                  facts.add(fact);
                }
              });
      ready.put(StoredText.id(token), last);
      past.put(token, List.copyOf(facts));
    }
    return past;
  }

  /** Makes the last states of these tokens, by their stored ids, ready to be asked for. */
  void prepare(Collection<String> tokens) {
    List<String> missing = tokens.stream().filter(token -> !ready.containsKey(token)).toList();
    if (missing.isEmpty()) {
      return;
    }
    missing.forEach(token -> ready.put(token, new HashMap<>()));
    for (StateEvent event : load(missing, beginning.run())) {
      ready.computeIfAbsent(event.token(), token -> new HashMap<>()).put(event.endpoint(), event);
    }
  }

  /** What is different tonight, after {@link #prepare}. */
  List<StateEvent> changes(Judgement judgement, boolean rowsRefused) {
    long run = beginning.run();
    String token = StoredText.id(judgement.token().id());
    Map<String, StateEvent> before = take(token);
    List<StateEvent> now = new ArrayList<>();
    now.add(StateEvent.of(run, judgement));
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      now.add(StateEvent.of(run, token, diagnosis));
    }
    List<StateEvent> changes = new ArrayList<>();
    for (StateEvent event : now) {
      StateEvent known = before.remove(event.endpoint());
      boolean silent = isSilent(judgement) && known != null && event.isGood() && known.isBad();
      if (known == null || (!silent && !event.repeats(known))) {
        changes.add(event);
      }
    }
    if (!rowsRefused) {
      changes.addAll(gone(before));
    }
    return changes;
  }

  /** Whether nothing was asked that is asked in other runs: then nothing has got better either. */
  private static boolean isSilent(Judgement judgement) {
    return judgement.token().secret() != null && !judgement.identity().asked();
  }

  /** The end of a token and all its endpoints, after {@link #prepare}. */
  List<StateEvent> gone(String token) {
    return gone(take(token));
  }

  private List<StateEvent> gone(Map<String, StateEvent> before) {
    return before.values().stream()
        .filter(event -> !event.isGone())
        .map(event -> event.gone(beginning.run()))
        .toList();
  }

  private Map<String, StateEvent> take(String token) {
    Map<String, StateEvent> before = ready.remove(token);
    return before == null ? new HashMap<>() : before;
  }

  private List<StateEvent> load(Collection<String> tokens, long first) {
    return tokens.isEmpty()
        ? List.of()
        : transactions.run(
            connection ->
                new StateRows(connection, beginning.inventory())
                    .since(tokens, first, beginning.run()));
  }

  static List<String> ids(Collection<String> tokens) {
    return tokens.stream().map(StoredText::id).distinct().toList();
  }
}
