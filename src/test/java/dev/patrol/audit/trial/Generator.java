package dev.patrol.audit.trial;

import dev.patrol.model.Level;
import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import dev.patrol.sandbox.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Makes the token of a seed: a healthy one first, then gaps, untruths and faults. */
final class Generator {
  private static final List<Integer> FAULTS = List.of(0, 0, 1, 1, 1, 1, 2, 2, 2, 3);
  private static final int TRIES = 12;

  private final Dice dice;
  private final TrialToken token;
  private final Requests requests;

  private Generator(long seed) {
    dice = new Dice(seed);
    TokenKind kind = dice.oneOf(TokenKind.values());
    String value = kind.prefixes().get(0) + "TRIALONLY" + dice.letters(TrialToken.CORE);
    token =
        new TrialToken(seed, value, kind, dice.chance(25) ? Site.COM : Site.CN, dice.chance(50));
    requests = new Requests(token);
  }

  static TrialToken token(long seed) {
    return new Generator(seed).generate();
  }

  private TrialToken generate() {
    places();
    calls();
    grants();
    Dates.healthy(token, dice);
    token.hasSecret = dice.chance(92);
    token.identitySilent = token.hasSecret && dice.chance(4);
    if (token.identitySilent) {
      Identity.OPERATIONS.stream()
          .sorted()
          .map(operation -> Oddity.at(token.id, operation, "err-5000-server"))
          .forEach(token.oddities::add);
    }
    if (dice.chance(45)) {
      Gaps.open(token, dice);
    }
    int count = dice.oneOf(FAULTS);
    for (int i = 0; i < count; i++) {
      inject();
    }
    if (dice.chance(15)) {
      tell();
    }
    return token;
  }

  private void places() {
    String owner = "Owner " + token.seed;
    token.declared.owner = owner;
    int count = dice.between(1, 3);
    for (int i = 1; i <= count; i++) {
      String edition =
          token.personal
              ? dice.oneOf("personal-free", "personal-pro")
              : dice.oneOf("team", "enterprise");
      token.places.add(
          new TrialWorkspace(
              "75%08d%09d".formatted(token.seed, i),
              token.personal || dice.chance(50) ? owner : "Colleague " + token.seed,
              token.account,
              edition));
    }
  }

  private void calls() {
    List<Operation> pool = new ArrayList<>();
    int operations = dice.between(1, 4);
    List<Operation> possible =
        dice.shuffled(Requests.OPERATIONS).stream()
            .filter(operation -> !token.personal || operation.level() != Level.ENTERPRISE)
            .toList();
    boolean inPlace = dice.chance(60);
    for (int i = 0; i < operations; i++) {
      boolean harmless = dice.chance(75);
      possible.stream()
          .filter(operation -> harmless == Requests.isHarmless(operation))
          .filter(operation -> !inPlace || operation.needsWorkspace() || dice.chance(5))
          .skip(i)
          .findFirst()
          .ifPresent(pool::add);
    }
    if (pool.isEmpty()) {
      pool.add(possible.get(0));
    }
    int count = dice.between(1, 8);
    for (int i = 0; i < count; i++) {
      add(pool);
    }
  }

  private void add(List<Operation> pool) {
    if (!token.calls.isEmpty() && dice.chance(8)) {
      token.calls.add(dice.oneOf(token.calls).copy(requests.nextId()));
      return;
    }
    TrialCall call = requests.call(dice.oneOf(pool), dice.oneOf(token.places));
    int declared = call.asksForWorkspace() ? 90 : !call.operation.mayNeedWorkspace() ? 30 : 50;
    call.workspaceCell = dice.chance(declared) ? call.place.id : "";
    call.probe = dice.chance(4) ? "never" : "";
    token.calls.add(call);
  }

  private void grants() {
    token.calls.forEach(call -> token.points.addAll(call.operation.permissions()));
    token.covered.addAll(token.placeIds());
    if (dice.chance(30)) {
      token.points.add("listWorkspace");
    }
    if (token.points.isEmpty() || dice.chance(20)) {
      token.points.add("Workspace.createBot");
    }
    token.declared.points = new TreeSet<>(token.points);
    token.declared.everyWorkspace = dice.chance(20);
    token.declared.workspaces = token.declared.everyWorkspace ? null : new TreeSet<>(token.covered);
  }

  private void inject() {
    for (int i = 0; i < TRIES; i++) {
      if (dice.chance(45)) {
        TokenFault fault = dice.oneOf(TokenFault.values());
        if (fault.befalls(token, dice)) {
          token.faults.add(fault.name());
          return;
        }
      } else {
        CallFault fault = dice.oneOf(CallFault.values());
        TrialCall call = dice.oneOf(token.calls);
        if (fault.befalls(token, call, dice)) {
          token.faults.add(fault.name() + "@" + call.id);
          return;
        }
      }
    }
  }

  private void tell() {
    for (int i = 0; i < TRIES; i++) {
      Lie lie = dice.oneOf(Lie.values());
      if (lie.isTold(token, dice)) {
        token.lies.add(lie.name());
        return;
      }
    }
  }
}
