package dev.patrol.bench.dossier;

import dev.patrol.model.AppStatus;
import dev.patrol.model.Grant;
import dev.patrol.model.Operation;
import dev.patrol.model.Place;
import dev.patrol.model.Scope;
import dev.patrol.model.SecretReference;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A token in the making: well until a fault befalls it. */
final class MadeToken {
  final String id;
  final long line;
  final TokenKind kind;
  final Site site;
  final List<Workspace> workspaces;
  final List<MadeCall> calls = new ArrayList<>();
  final Set<String> points = new TreeSet<>();
  final Set<String> refusedPoints = new TreeSet<>();
  final Set<String> refusedSpaces = new TreeSet<>();
  final Set<String> undeclaredSpaces = new TreeSet<>();
  @Nullable String owner;
  @Nullable String ownerEmail;
  @Nullable Instant createdAt;
  @Nullable Instant expiresAt;
  boolean neverExpires;
  boolean everyWorkspace;
  boolean pointsKnown = true;
  boolean spacesKnown = true;
  boolean hasSecret = true;
  boolean plainSecret;
  @Nullable String prefix;
  @Nullable TokenStatus status = TokenStatus.ACTIVE;
  @Nullable AppStatus appStatus;
  @Nullable Grant grant;
  @Nullable Instant refreshExpiresAt;
  @Nullable String environment = "staging";

  /** What every call of it is answered; null when each has an answer of its own. */
  @Nullable Reply reply;

  private final int place;

  MadeToken(long number, Instant now, Places places, Dice dice) {
    id = "tok-" + number;
    line = number + 2;
    kind = dice.chance(60) ? TokenKind.PAT : dice.chance(60) ? TokenKind.SAT : TokenKind.OAUTH;
    site = dice.chance(90) ? Site.CN : Site.COM;
    place = dice.between(0, Places.OWNERS - 1);
    owner = Places.owner(place);
    ownerEmail = Places.email(place);
    prefix = kind.prefixes().get(0);
    workspaces = places.of(place).subList(0, dice.between(1, Places.EACH));
    createdAt = now.minus(Duration.ofDays(dice.between(1, 9)));
    expiresAt = now.plus(Duration.ofDays(dice.between(15, 20)));
    if (kind == TokenKind.OAUTH) {
      grant = dice.oneOf(List.of(Grant.values()));
      appStatus = AppStatus.ENABLED;
      refreshExpiresAt = grant == Grant.JWT ? null : now.plus(Duration.ofDays(20));
    }
  }

  /** Takes a call, and the point that it needs. */
  void add(MadeCall call) {
    calls.add(call);
    Operation operation = call.operation;
    points.addAll(operation.permissions());
  }

  Token token() {
    return Token.builder(id, kind, new Place("tokens.csv", line))
        .secret(hasSecret ? new SecretReference("env", "COZE_" + line) : null)
        .plainSecret(plainSecret)
        .owner(owner)
        .ownerEmail(ownerEmail)
        .account("volcano_" + place)
        .environment(environment)
        .createdAt(createdAt)
        .expiresAt(neverExpires ? null : expiresAt)
        .neverExpires(neverExpires)
        .permissions(pointsKnown ? Scope.of(points) : Scope.unknown())
        .workspaces(
            everyWorkspace
                ? Scope.everything()
                : spacesKnown ? Scope.of(coveredSpaces()) : Scope.unknown())
        .status(status)
        .site(site)
        .grant(grant)
        .appStatus(appStatus)
        .refreshExpiresAt(refreshExpiresAt)
        .build();
  }

  private Set<String> coveredSpaces() {
    Set<String> covered = new TreeSet<>();
    calls.forEach(call -> covered.add(call.space));
    covered.removeAll(undeclaredSpaces);
    return covered;
  }

  /** A new owner voids what was made before. */
  void loseHandedOver() {
    for (Workspace workspace : workspaces) {
      Instant since = workspace.ownerSince();
      if (since != null && createdAt != null && since.isAfter(createdAt)) {
        refusedSpaces.add(workspace.id());
      }
    }
  }
}
