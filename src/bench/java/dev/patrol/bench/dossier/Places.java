package dev.patrol.bench.dossier;

import dev.patrol.model.Edition;
import dev.patrol.model.Place;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workspaces of all owners, each the same object for all tokens, as an inventory has them. */
final class Places {
  static final int OWNERS = 5_000;

  /** How many workspaces an owner has. */
  static final int EACH = 3;

  private static final List<Edition> EDITIONS = List.of(Edition.values());
  private static final long FIRST = 7_500_000_000_000_000_000L;

  private final List<List<Workspace>> byOwner = new ArrayList<>();

  Places(Instant now) {
    for (int owner = 0; owner < OWNERS; owner++) {
      List<Workspace> workspaces = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        workspaces.add(workspace(owner, i, now));
      }
      byOwner.add(List.copyOf(workspaces));
    }
  }

  /** One in fifty belongs to somebody else, and another one changed hands three days ago. */
  private static Workspace workspace(int owner, int number, Instant now) {
    int holder = owner % 50 == 1 && number > 0 ? owner + 1 : owner;
    return new Workspace(
        Long.toString(FIRST + owner * 10L + number),
        "Space " + owner + "." + number,
        owner(holder),
        email(holder),
        "volcano_" + owner,
        edition(owner),
        WorkspaceKind.TEAM,
        owner % 50 == 2 ? now.minus(Duration.ofDays(3)) : null,
        Map.of(),
        new Place("workspaces.csv", owner * 10L + number + 2));
  }

  private static @Nullable Edition edition(int owner) {
    int kind = owner % 10 < 3 ? owner % 2 : 2 + owner % 3;
    return kind < EDITIONS.size() ? EDITIONS.get(kind) : null;
  }

  List<Workspace> of(int owner) {
    return byOwner.get(owner);
  }

  static String owner(int number) {
    return "Owner " + number;
  }

  static String email(int number) {
    return "owner" + number + "@example.com";
  }
}
