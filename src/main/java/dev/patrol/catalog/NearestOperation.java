package dev.patrol.catalog;

import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which operation a request was meant for when its path is unknown or its method wrong.
 *
 * <p>Costs are counted so that one wrong letter costs 2 and one wholly wrong word {@value #WORD}: a
 * guess is good while most of the operation's own words were typed.
 */
final class NearestOperation {
  private static final int WORD = 7;
  private static final int VERSION = 2;
  private static final int EXTRA_SEGMENT = 3;
  private static final int MISSING_VARIABLE = 3;
  private static final int WORD_FOR_VARIABLE = 3;
  private static final int OTHER_METHOD = 2;
  private static final int OTHER_PROTOCOL = 5;
  private static final int MOST_SEGMENTS = 16;
  private static final int LONGEST_SEGMENT = 60;
  private static final Pattern VERSION_NUMBER = Pattern.compile("v[0-9]+");
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z_\\-]*");

  private final List<Candidate> candidates;

  private record Candidate(Operation operation, List<String> segments, int limit) {}

  private record Guess(Operation operation, int cost) {}

  /** Between equal guesses, the one that does less harm. */
  private static final Comparator<Guess> ORDER =
      Comparator.comparingInt(Guess::cost)
          .thenComparing(guess -> guess.operation().method().equals("DELETE"))
          .thenComparing(guess -> guess.operation().sideEffect() != SideEffect.NONE)
          .thenComparing(guess -> guess.operation().deprecated())
          .thenComparing(guess -> guess.operation().id());

  NearestOperation(Collection<Operation> operations) {
    candidates = operations.stream().map(NearestOperation::candidate).toList();
  }

  /** The operation that was probably meant, or null when none is near. */
  @Nullable Operation find(String method, boolean webSocket, List<String> segments) {
    if (segments.size() > MOST_SEGMENTS) {
      return null;
    }
    Guess best = null;
    for (Candidate candidate : candidates) {
      int cost = cost(candidate, segments);
      if (cost <= candidate.limit()) {
        Operation operation = candidate.operation();
        Guess guess = new Guess(operation, cost + strangeness(operation, method, webSocket));
        best = best == null || ORDER.compare(guess, best) < 0 ? guess : best;
      }
    }
    return best == null ? null : best.operation();
  }

  private static Candidate candidate(Operation operation) {
    List<String> segments = PathTemplate.of(operation.path()).segments();
    int weight =
        segments.stream().filter(s -> !PathTemplate.isVariable(s)).mapToInt(s -> weight(s)).sum();
    return new Candidate(operation, segments, weight * 3 / 5);
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

  private static int cost(Candidate candidate, List<String> segments) {
    List<String> template = candidate.segments();
    if (Math.abs(template.size() - segments.size()) > 2) {
      return Integer.MAX_VALUE;
    }
    int[] last = new int[segments.size() + 1];
    for (int j = 1; j <= segments.size(); j++) {
      last[j] = last[j - 1] + extra(segments.get(j - 1));
    }
    for (String expected : template) {
      int[] row = new int[segments.size() + 1];
      row[0] = last[0] + weight(expected);
      int least = row[0];
      for (int j = 1; j <= segments.size(); j++) {
        String segment = segments.get(j - 1);
        int kept = last[j - 1] + cost(expected, segment);
        row[j] = Math.min(kept, Math.min(last[j] + weight(expected), row[j - 1] + extra(segment)));
        least = Math.min(least, row[j]);
      }
      if (least > candidate.limit()) {
        return Integer.MAX_VALUE;
      }
      last = row;
    }
    return last[segments.size()];
  }

  private static int cost(String expected, String segment) {
    if (PathTemplate.isVariable(expected)) {
      return segment.isEmpty() || PLAIN_WORD.matcher(segment).matches() ? WORD_FOR_VARIABLE : 0;
    }
    if (expected.equals(segment)) {
      return 0;
    }
    if (expected.equalsIgnoreCase(segment) || (isVersion(expected) && isVersion(segment))) {
      return 1;
    }
    int length = Math.max(expected.length(), segment.length());
    if (length > LONGEST_SEGMENT) {
      return weight(expected);
    }
    int limit = Math.max(1, length / 3);
    int slips = EditDistance.between(expected, segment, limit);
    return slips > limit ? weight(expected) : Math.min(2 * slips, weight(expected));
  }

  private static int weight(String expected) {
    if (PathTemplate.isVariable(expected)) {
      return MISSING_VARIABLE;
    }
    return isVersion(expected) ? VERSION : WORD;
  }

  private static int extra(String segment) {
    return segment.isEmpty() ? 1 : EXTRA_SEGMENT;
  }

  private static boolean isVersion(String segment) {
    return VERSION_NUMBER.matcher(segment).matches();
  }
}
