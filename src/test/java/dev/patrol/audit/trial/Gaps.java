package dev.patrol.audit.trial;

/** Cells that an inventory leaves empty: nothing is untrue, but less is known. */
final class Gaps {
  private static final int SHARE = 25;

  private Gaps() {}

  static void open(TrialToken token, Dice dice) {
    Declared declared = token.declared;
    if (dice.chance(SHARE)) {
      declared.points = null;
    }
    if (dice.chance(SHARE)) {
      declared.workspaces = null;
      declared.everyWorkspace = false;
    }
    if (dice.chance(SHARE)) {
      declared.created = null;
    }
    if (dice.chance(SHARE)) {
      declared.expires = null;
      declared.neverExpires = false;
    }
    if (dice.chance(SHARE)) {
      declared.status = "";
      declared.appStatus = "";
    }
    if (dice.chance(SHARE)) {
      declared.owner = "";
    }
    for (TrialWorkspace place : token.places) {
      if (dice.chance(SHARE)) {
        place.edition = "";
      }
      if (dice.chance(SHARE)) {
        place.owner = "";
      }
    }
  }
}
