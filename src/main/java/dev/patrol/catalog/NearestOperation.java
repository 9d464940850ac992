package dev.patrol.catalog;

import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which operation a request was meant for when its path is unknown or its method wrong.
 *
 * <p>Paths are aligned segment by segment, as words are letter by letter; a guess is good while
 * most of the operation's own words were typed.
 */
final class NearestOperation {
  private static final int EXTRA_SEGMENT = 3;
  private static final int EXTRA_SLASH = 1;
  private static final int OTHER_METHOD = 2;
  private static final int OTHER_PROTOCOL = 5;
  private static final int MOST_SEGMENTS = 16;
  private static final int TOO_FAR = Integer.MAX_VALUE;

  private final List<TemplateWord> words;
  private final List<Candidate> candidates;

  /** An operation, the places of its segments among all words, and how far is still near. */
  private record Candidate(Operation operation, List<Integer> segments, int limit) {}

  private record Guess(Operation operation, int cost) {}

  /** Between equal guesses, the one that does less harm. */
  private static final Comparator<Guess> ORDER =
      Comparator.comparingInt(Guess::cost)
          .thenComparing(guess -> guess.operation().method().equals("DELETE"))
          .thenComparing(guess -> guess.operation().sideEffect() != SideEffect.NONE)
          .thenComparing(guess -> guess.operation().deprecated())
          .thenComparing(guess -> guess.operation().id());

  NearestOperation(Collection<Operation> operations) {
    Map<String, Integer> places = new HashMap<>();
    List<TemplateWord> all = new ArrayList<>();
    candidates = operations.stream().map(operation -> candidate(operation, places, all)).toList();
    words = List.copyOf(all);
  }

  /**
   * The operation that was probably meant, or null when none is near.
   *
   * @param webSocket whether the request is meant for a WebSocket
   * @param typed the segments of the request's path
   */
  @Nullable Operation find(String method, boolean webSocket, List<String> typed) {
    if (typed.size() > MOST_SEGMENTS) {
      return null;
    }
    int[][] costs = words.stream().map(word -> costs(word, typed)).toArray(int[][]::new);
    Guess best = null;
    for (Candidate candidate : candidates) {
      int cost = cost(candidate, typed, costs);
      if (cost <= candidate.limit()) {
        Operation operation = candidate.operation();
        Guess guess = new Guess(operation, cost + strangeness(operation, method, webSocket));
        best = best == null || ORDER.compare(guess, best) < 0 ? guess : best;
      }
    }
    return best == null ? null : best.operation();
  }

  private static Candidate candidate(
      Operation operation, Map<String, Integer> places, List<TemplateWord> words) {
    List<Integer> segments = new ArrayList<>();
    int weight = 0;
    for (String segment : PathTemplate.of(operation.path()).segments()) {
      TemplateWord word = TemplateWord.of(segment);
      segments.add(places.computeIfAbsent(word.text(), fresh -> add(word, words)));
      weight += word.kind() == TemplateWord.Kind.VARIABLE ? 0 : word.weight();
    }
    return new Candidate(operation, segments, weight * 3 / 5);
  }

  /** Returns where it stands. */
  private static int add(TemplateWord word, List<TemplateWord> words) {
    words.add(word);
    return words.size() - 1;
  }

  private static int strangeness(Operation operation, String method, boolean webSocket) {
    if (operation.isWebSocket() != webSocket) {
      return OTHER_PROTOCOL;
    }
    if (operation.isWebSocket() || operation.method().equals(method)) {
      return 0;
    }
    return operation.method().equalsIgnoreCase(method) ? 1 : OTHER_METHOD;
  }

  private static int[] costs(TemplateWord word, List<String> typed) {
    return typed.stream().mapToInt(word::cost).toArray();
  }

  private int cost(Candidate candidate, List<String> typed, int[][] costs) {
    if (Math.abs(candidate.segments().size() - typed.size()) > 2) {
      return TOO_FAR;
    }
    int[] last = new int[typed.size() + 1];
    for (int j = 1; j <= typed.size(); j++) {
      last[j] = last[j - 1] + extra(typed.get(j - 1));
    }
    for (int place : candidate.segments()) {
      int missing = words.get(place).weight();
      int[] row = new int[typed.size() + 1];
      row[0] = last[0] + missing;
      int least = row[0];
      for (int j = 1; j <= typed.size(); j++) {
        int kept = last[j - 1] + costs[place][j - 1];
        int added = row[j - 1] + extra(typed.get(j - 1));
        row[j] = Math.min(kept, Math.min(last[j] + missing, added));
        least = Math.min(least, row[j]);
      }
      if (least > candidate.limit()) {
        return TOO_FAR;
      }
      last = row;
    }
    return last[typed.size()];
  }

  private static int extra(String typed) {
    return typed.isEmpty() ? EXTRA_SLASH : EXTRA_SEGMENT;
  }
}
