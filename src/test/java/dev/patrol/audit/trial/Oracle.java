package dev.patrol.audit.trial;

import dev.patrol.model.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the guide's order makes of one token. It knows no rule: it tries every state the token could
 * be in (alive or not, each needed point held or not, each workspace covered or not), keeps those
 * in which the service, by its documented order of checks, would give the answers that came, and
 * walks the guide in each of them. What counts as right:
 *
 * <ul>
 *   <li>When all these states give an endpoint one cause, that is the cause, whatever is declared.
 *   <li>When a call was refused and no declared fact explains it, any of the states' causes may be
 *       named, but the true one must be the cause or stand among the alternatives: the service says
 *       4101 for a missing point and for a workspace alike.
 *   <li>Otherwise the declared facts decide: right is the cause in a state that contradicts the
 *       fewest of them, or, as the answers need not be weighed against each other, the cause by the
 *       declared facts alone if the answers admit it. So a hidden fault of a call that was never
 *       sent is expected only if other calls' answers imply it, and an empty cell counts as sound.
 *   <li>The true cause is right even where nothing could tell it.
 * </ul>
 *
 * <p>About the service: it checks path, key, point, workspace, parameters and resource, and knows a
 * workspace only by an id in the request. Answers of quota, risk control and outage tell nothing
 * about the key. A refusal for no reason (step 5) is assumed only where no state explains it. It is
 * not documented that an operation without points refuses a dead key, nor whether one of unknown
 * level looks at the workspace; both are left open. Quota and risk control are never blamed on a
 * point or a workspace, whatever is declared. Of calls that were let through, only a success proves
 * the workspace to other calls. A missing or wrong id may explain a refusal by itself.
 *
 * <p>About declared facts: a workspace that changed hands, or is somebody else's under a personal
 * edition, is declared as not covered, an enterprise point on a personal account as not held. A
 * dead OAuth key for which nothing is declared may be over or its app may be off. A call that
 * matches no operation needs no point, and a workspace if the one it was meant for does.
 */
final class Oracle {
  private static final int CAPRICE = 10_000;
  private static final int LIE = 100;
  private static final int IMPOSSIBLE = Integer.MAX_VALUE;
  private static final Set<Cause> ANSWERED_AS_PARAMETERS =
      EnumSet.of(Cause.URL_PATH, Cause.URL_QUERY, Cause.FIELDS);
  private static final Set<Cause> ABOUT_THE_KEY =
      EnumSet.of(Cause.KEY_OAUTH, Cause.KEY_VALIDITY, Cause.ESCALATE);
  private static final String ASKS = "is a workspace asked for by ";

  private final TrialToken token;
  private final Facts facts;
  private final Set<String> asked;
  private final Map<String, Integer> bits = new LinkedHashMap<>();
  private final List<Facts.Word> words = new ArrayList<>();
  private final List<Subject> subjects = new ArrayList<>();
  private boolean identityIsWeak;

  /** A call as the states see it; a bit of -1 is none. */
  private record Subject(
      TrialCall call, Heard heard, int points, int place, int optional, boolean named) {}

  /**
   * @param asked the calls that were really sent, by the endpoints' ids
   */
  Oracle(TrialToken token, Set<String> asked) {
    this.token = token;
    this.facts = new Facts(token);
    this.asked = asked;
    token.calls.forEach(call -> subjects.add(subject(call)));
  }

  /**
   * What to expect of each call, in the token's order.
   *
   * @param identity the operation of the identity probe, or null when none was sent
   */
  List<Expectation> expectations(@Nullable String identity) {
    identityIsWeak = Identity.WITHOUT_POINT.equals(identity);
    Heard who = identity == null ? Heard.NOTHING : Heard.ofIdentity(token, identity);
    int identityPoint =
        Identity.WITH_POINT.equals(identity)
            ? bit(Identity.POINT, facts.point(Identity.POINT))
            : -1;
    int death = 1 << bits.size();
    int[] lies = new int[death + 1];
    int[] costs = new int[death + 1];
    for (int state = 0; state <= death; state++) {
      lies[state] = state == death ? liesOfDeath() : lies(state);
      int caprices = state == death ? capricesOfDeath(who) : caprices(state, who, identityPoint);
      costs[state] = caprices == IMPOSSIBLE ? IMPOSSIBLE : caprices * CAPRICE + lies[state];
    }
    return subjects.stream().map(subject -> expectation(subject, costs, lies)).toList();
  }

  private Expectation expectation(Subject subject, int[] costs, int[] lies) {
    int least = Arrays.stream(costs).min().orElseThrow();
    int fewest = Arrays.stream(lies).min().orElseThrow();
    Set<Cause> possible = EnumSet.noneOf(Cause.class);
    Set<Cause> likely = EnumSet.noneOf(Cause.class);
    Set<Cause> declared = EnumSet.noneOf(Cause.class);
    for (int state = 0; state < costs.length; state++) {
      boolean death = state == costs.length - 1;
      Set<Cause> causes = death ? facts.possibleDeaths() : EnumSet.of(cause(subject, state));
      if (costs[state] / CAPRICE == least / CAPRICE) {
        possible.addAll(causes);
      }
      if (costs[state] == least) {
        likely.addAll(causes);
      }
      if (lies[state] == fewest) {
        declared.addAll(causes);
      }
    }
    Cause truth = truth(subject);
    boolean refused =
        subject.heard == Heard.RIGHT_REFUSED
            || (subject.heard == Heard.KEY_REFUSED && ABOUT_THE_KEY.contains(truth));
    boolean explained = isExplained(subject, possible);
    boolean undecided = refused && (!explained || subject.call.idInDoubt);
    declared.retainAll(possible);
    likely.addAll(declared);
    return new Expectation(
        truth,
        possible,
        undecided || possible.size() == 1 ? possible : likely,
        refused && !explained && possible.size() > 1 && possible.contains(truth));
  }

  private Subject subject(TrialCall call) {
    int points = 0;
    int place = -1;
    int optional = -1;
    if (call.operationKnown) {
      for (String point : call.operation.permissions()) {
        points |= 1 << bit(point, facts.point(point));
      }
    }
    if (call.asksForWorkspace() || (call.operationKnown && call.operation.mayNeedWorkspace())) {
      boolean known = call.placeDeclared();
      place =
          known
              ? bit(call.place.id, facts.place(call.place))
              : bit("place of " + call.id, facts.place(null));
    }
    if (call.operationKnown && place >= 0 && !call.asksForWorkspace()) {
      optional = bit(ASKS + call.operation.id(), null);
    }
    Heard heard = asked.contains(call.id) ? Heard.of(token, call) : Heard.NOTHING;
    if (heard == Heard.LET_THROUGH && call.namesPlace() && !isClean(call)) {
      // Let through itself, but no success, which alone tells something about other calls.
      place = -1;
      optional = -1;
    }
    return new Subject(call, heard, points, place, optional, call.namesPlace() || optional >= 0);
  }

  private boolean isClean(TrialCall call) {
    Set<Cause> spoilt = EnumSet.copyOf(ANSWERED_AS_PARAMETERS);
    spoilt.retainAll(call.formFaults);
    return spoilt.isEmpty() && !token.needsMissing(call);
  }

  private int bit(String name, Facts.@Nullable Word word) {
    return bits.computeIfAbsent(
        name,
        key -> {
          words.add(word == null ? Facts.Word.UNKNOWN : word);
          return words.size() - 1;
        });
  }

  /** How many answers the service must have given for no reason if this were the state. */
  private int caprices(int state, Heard who, int identityPoint) {
    if (identityPoint >= 0 && (who == Heard.LET_THROUGH || who == Heard.RIGHT_REFUSED)) {
      boolean held = (state >> identityPoint & 1) == 1;
      if (held != (who == Heard.LET_THROUGH)) {
        return IMPOSSIBLE;
      }
    }
    Set<String> caprices = new HashSet<>();
    if (who == Heard.KEY_REFUSED) {
      // It is asked to tell the key's state, and weighs more than a call's refusal.
      caprices.add("identity");
      caprices.add("identity again");
    }
    for (Subject subject : subjects) {
      if (subject.heard == Heard.LET_THROUGH && isRefused(subject, state)) {
        return IMPOSSIBLE;
      }
      if (isCaprice(subject, state)) {
        caprices.add(subject.call.request());
      }
    }
    return caprices.size();
  }

  /**
   * The same for a dead key. Nobody has documented that operations without points refuse one, and a
   * dead key may be told what a key without rights is told.
   */
  private int capricesOfDeath(Heard who) {
    boolean odd = who == Heard.LET_THROUGH && identityIsWeak;
    if (who == Heard.RIGHT_REFUSED || (who == Heard.LET_THROUGH && !identityIsWeak)) {
      return IMPOSSIBLE;
    }
    Set<String> caprices = new HashSet<>();
    for (Subject subject : subjects) {
      if (subject.heard == Heard.LET_THROUGH) {
        if (!subject.call.operation.permissions().isEmpty()) {
          return IMPOSSIBLE;
        }
        odd = true;
      }
      if (subject.heard == Heard.RIGHT_REFUSED && facts.alive() != Facts.Word.LACKED) {
        caprices.add(subject.call.request());
      }
    }
    return caprices.size() + (odd ? 1 : 0);
  }

  private int lies(int state) {
    int lies = facts.alive() == Facts.Word.LACKED ? LIE : 0;
    for (Map.Entry<String, Integer> bit : bits.entrySet()) {
      boolean held = (state >> bit.getValue() & 1) == 1;
      lies += lies(bit.getKey(), words.get(bit.getValue()), held);
    }
    return lies;
  }

  private static int lies(String bit, Facts.Word word, boolean held) {
    if (bit.startsWith(ASKS)) {
      return 0;
    }
    return switch (word) {
      case HELD -> held ? 0 : LIE;
      case LACKED -> held ? LIE : 0;
      case UNKNOWN -> held ? 0 : 1;
    };
  }

  private int liesOfDeath() {
    return switch (facts.alive()) {
      case HELD -> LIE;
      case LACKED -> 0;
      case UNKNOWN -> 1;
    };
  }

  private static boolean isCaprice(Subject subject, int state) {
    return subject.heard == Heard.KEY_REFUSED
        || (subject.heard == Heard.RIGHT_REFUSED
            && !subject.call.idInDoubt
            && !isRefused(subject, state));
  }

  private static boolean isRefused(Subject subject, int state) {
    return lacksPoint(subject, state) || (subject.named && lacksPlace(subject, state));
  }

  private static boolean lacksPoint(Subject subject, int state) {
    return (state & subject.points) != subject.points;
  }

  private static boolean lacksPlace(Subject subject, int state) {
    boolean asks = subject.optional < 0 || (state >> subject.optional & 1) == 1;
    return subject.place >= 0 && asks && (state >> subject.place & 1) == 0;
  }

  private static boolean isDeath(Cause cause) {
    return cause == Cause.KEY_OAUTH || cause == Cause.KEY_VALIDITY;
  }

  /** Quota and risk control are never the fault of a point or a workspace. */
  private boolean isCleared(Subject subject) {
    Optional<Cause> met = token.misfortune(subject.call).map(CallFault::causeOf);
    return subject.heard == Heard.NOISE
        && (met.equals(Optional.of(Cause.QUOTA)) || met.equals(Optional.of(Cause.RISK_CONTROL)));
  }

  private Cause cause(Subject subject, int state) {
    if (isCleared(subject)) {
      return afterTheKey(subject, false);
    }
    boolean placeLacks = lacksPlace(subject, state);
    if (placeLacks && subject.call.placeDeclared() && facts.isHandedOver(subject.call.place)) {
      return Cause.KEY_VALIDITY;
    }
    if (lacksPoint(subject, state)) {
      return Cause.KEY_PERMISSION;
    }
    return placeLacks ? Cause.KEY_WORKSPACE : afterTheKey(subject, isCaprice(subject, state));
  }

  private Cause afterTheKey(Subject subject, boolean caprice) {
    TrialCall call = subject.call;
    if (!call.formFaults.isEmpty()) {
      return call.formFaults.iterator().next();
    }
    if (caprice) {
      return Cause.ESCALATE;
    }
    return switch (subject.heard) {
      case NOISE -> token.misfortune(call).map(CallFault::causeOf).orElse(Cause.NONE);
      case LET_THROUGH -> token.needsMissing(call) ? Cause.RESOURCE : Cause.NONE;
      default -> Cause.NONE;
    };
  }

  private Cause truth(Subject subject) {
    TrialCall call = subject.call;
    if (token.death != null) {
      return token.death;
    }
    if (isCleared(subject)) {
      return afterTheKey(subject, false);
    }
    if (call.asksForWorkspace() && token.handedOver.contains(call.place.id)) {
      return Cause.KEY_VALIDITY;
    }
    if (call.operationKnown && !token.points.containsAll(call.operation.permissions())) {
      return Cause.KEY_PERMISSION;
    }
    if (call.asksForWorkspace() && !token.reaches(call.place)) {
      return Cause.KEY_WORKSPACE;
    }
    boolean caprice =
        token.misfortune(call).map(CallFault::causeOf).filter(Cause.ESCALATE::equals).isPresent();
    return afterTheKey(subject, caprice && asked.contains(call.id));
  }

  /** Whether a declared fact, or a missing or wrong id, explains by itself a refusal. */
  private boolean isExplained(Subject subject, Set<Cause> possible) {
    boolean dead = possible.stream().allMatch(Oracle::isDeath);
    boolean mayBeDead = possible.stream().anyMatch(Oracle::isDeath);
    if (subject.call.idInDoubt || (mayBeDead && facts.alive() == Facts.Word.LACKED)) {
      return true;
    }
    boolean lacked = false;
    for (int bit = 0; bit < words.size(); bit++) {
      boolean needed = (subject.points >> bit & 1) == 1 || subject.place == bit;
      lacked |= needed && words.get(bit) == Facts.Word.LACKED;
    }
    return lacked && !dead;
  }
}
