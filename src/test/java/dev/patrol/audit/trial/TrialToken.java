package dev.patrol.audit.trial;

import dev.patrol.model.Cause;
import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import dev.patrol.sandbox.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One token of a trial: what is true of it, what is declared of it, and its calls. */
final class TrialToken {
  /** How many characters of a value are its own. */
  static final int CORE = 20;

  final long seed;
  final String id;
  final String value;
  final TokenKind kind;
  final Site site;
  final boolean personal;
  final String account;

  boolean alive = true;

  /** Why it is dead: {@code KEY_OAUTH} or {@code KEY_VALIDITY}; null while it lives. */
  @Nullable Cause death;

  final Set<String> points = new TreeSet<>();
  final Set<String> covered = new TreeSet<>();
  final Set<String> handedOver = new TreeSet<>();
  final Set<String> missing = new TreeSet<>();
  final List<Oddity> oddities = new ArrayList<>();

  final Declared declared = new Declared();
  final List<TrialWorkspace> places = new ArrayList<>();
  final List<TrialCall> calls = new ArrayList<>();

  /** How many ids and words its requests hold so far, so that each differs. */
  int made;

  boolean hasSecret = true;
  boolean identitySilent;

  /** Names of the injected faults; a healthy token has none. */
  final List<String> faults = new ArrayList<>();

  /** Names of the untrue declarations that are no fault by themselves. */
  final List<String> lies = new ArrayList<>();

  TrialToken(long seed, String value, TokenKind kind, Site site, boolean personal) {
    this.seed = seed;
    this.id = "t-" + seed;
    this.value = value;
    this.kind = kind;
    this.site = site;
    this.personal = personal;
    this.account = personal ? "24500%08d".formatted(seed) : "volcano_%010d".formatted(seed);
  }

  /** The part of the value that no other text holds. */
  String core() {
    return value.substring(value.length() - CORE);
  }

  boolean isHealthy() {
    return faults.isEmpty() && lies.isEmpty();
  }

  void die(Cause why) {
    alive = false;
    death = death == null || why.compareTo(death) < 0 ? why : death;
  }

  boolean reaches(TrialWorkspace place) {
    return covered.contains(place.id) && !handedOver.contains(place.id);
  }

  /** The misfortune that befalls a call before all checks of the service. */
  Optional<Oddity> misfortune(TrialCall call) {
    return oddities.stream()
        .filter(
            odd ->
                call.operation.id().equals(odd.operation())
                    && (odd.path() == null || call.path().equals(odd.path())))
        .findFirst();
  }

  boolean needsMissing(TrialCall call) {
    return call.values().stream().anyMatch(missing::contains);
  }

  Set<String> placeIds() {
    return places.stream().map(place -> place.id).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return """
        seed %d: %s %s %s faults=%s lies=%s secret=%s identitySilent=%s
          true: alive=%s death=%s points=%s workspaces=%s handedOver=%s missing=%s oddities=%s
          declared: %s
          workspaces: %s
          calls:
            %s"""
        .formatted(
            seed,
            kind,
            site,
            account,
            faults,
            lies,
            hasSecret,
            identitySilent,
            alive,
            death,
            points,
            covered,
            handedOver,
            missing,
            oddities,
            declared,
            places,
            calls.stream().map(TrialCall::toString).collect(Collectors.joining("\n    ")));
  }
}
