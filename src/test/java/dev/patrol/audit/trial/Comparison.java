package dev.patrol.audit.trial;

import dev.patrol.model.Cause;
import dev.patrol.sandbox.Received;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds what was reported of each endpoint against what the oracle expects. */
final class Comparison {
  /** The codes that the guide is about, in all their forms. */
  private static final Set<String> REFUSALS = Set.of("4100", "4101", "700012006");

  private final Map<String, Reported> reported;
  private final Map<String, String> identity = new HashMap<>();
  private final Map<Cause, Integer> truths = new EnumMap<>(Cause.class);
  private final Map<String, Integer> faults = new TreeMap<>();
  private final List<String> mismatches = new ArrayList<>();

  Comparison(List<Reported> rows, List<Received> received) {
    reported = rows.stream().collect(Collectors.toMap(Reported::endpoint, Function.identity()));
    for (Received call : received) {
      if (call.operation() != null
          && call.token() != null
          && Identity.OPERATIONS.contains(call.operation())) {
        identity.merge(call.token(), call.operation(), Comparison::stronger);
      }
    }
  }

  private static String stronger(String first, String second) {
    return first.equals(Identity.WITH_POINT) ? first : second;
  }

  void add(TrialToken token) {
    Set<String> asked = new HashSet<>();
    token.calls.stream().map(call -> call.id).filter(id -> row(id).asked()).forEach(asked::add);
    List<Expectation> expectations = new Oracle(token, asked).expectations(identity.get(token.id));
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < token.calls.size(); i++) {
      Expectation expected = expectations.get(i);
      truths.merge(expected.truth(), 1, Integer::sum);
      wrong.append(compare(token, token.calls.get(i), expected));
    }
    if (wrong.length() > 0) {
      mismatches.add(token + "\n" + wrong);
    }
    token.faults.forEach(
        fault -> faults.merge(fault.substring(0, (fault + "@").indexOf('@')), 1, Integer::sum));
  }

  private String compare(TrialToken token, TrialCall call, Expectation expected) {
    Reported row = row(call.id);
    if (!expected.admits(row.cause(), row.alternatives())) {
      return "  %s: expected %s, got %s%n".formatted(call.id, expected, row);
    }
    if (!row.hasFittingVerdict()) {
      return "  %s: the verdict does not fit the cause: %s%n".formatted(call.id, row);
    }
    if (mustBeAsked(token, call) && !row.asked()) {
      return "  %s: was to be sent: %s%n".formatted(call.id, row);
    }
    Heard heard = Heard.of(token, call);
    boolean refused = heard == Heard.KEY_REFUSED || heard == Heard.RIGHT_REFUSED;
    if (row.asked() && refused != REFUSALS.contains(row.code())) {
      return "  %s: the service was to say %s: %s%n".formatted(call.id, heard, row);
    }
    return "";
  }

  private static boolean mustBeAsked(TrialToken token, TrialCall call) {
    boolean wellFormed = Set.of(Cause.HEADER).containsAll(call.formFaults);
    return token.hasSecret
        && wellFormed
        && call.probe.isEmpty()
        && Requests.isHarmless(call.operation);
  }

  private Reported row(String endpoint) {
    Reported row = reported.get(endpoint);
    if (row == null) {
      throw new AssertionError("endpoints.csv has no row " + endpoint);
    }
    return row;
  }

  /** What went wrong, a text for each token that can be read alone. */
  List<String> mismatches() {
    return mismatches;
  }

  /** How often each cause was the true one. */
  Map<Cause, Integer> truths() {
    return truths;
  }

  /** How often each fault was injected, by its name. */
  Map<String, Integer> faults() {
    return faults;
  }
}
