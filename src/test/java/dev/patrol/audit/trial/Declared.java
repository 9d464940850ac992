package dev.patrol.audit.trial;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What {@code tokens.csv} says about a token, true or not; null and empty are empty cells. */
final class Declared {
  /** The day of the trial's fixed clock in the trial's time zone. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** A workspace that nothing uses. */
  static final String SPARE_WORKSPACE = "7599999999000000001";

  /** PATs made before that day may live longer than 30 days. */
  private static final LocalDate PATS_UNLIMITED_BEFORE = LocalDate.of(2024, 10, 16);

  private static final int PAT_DAYS = 30;

  String owner = "";
  @Nullable LocalDate created;
  @Nullable LocalDate expires;
  boolean neverExpires;
  @Nullable Set<String> points;
  @Nullable Set<String> workspaces;
  boolean everyWorkspace;
  String status = "active";
  String grant = "";
  String appStatus = "";
  @Nullable LocalDate refreshExpires;

  boolean isOver() {
    return isPast(expires);
  }

  boolean isSwitchedOff() {
    return status.equals("disabled") || status.equals("revoked");
  }

  boolean isAppOff() {
    return appStatus.equals("disabled") || appStatus.equals("uninstalled");
  }

  boolean isRenewable() {
    return refreshExpires != null && !isPast(refreshExpires);
  }

  boolean isOlderThanAnyPat() {
    return created != null
        && !created.isBefore(PATS_UNLIMITED_BEFORE)
        && created.plusDays(PAT_DAYS).isBefore(TODAY);
  }

  /** Takes a point off the list, which never becomes an empty cell by that. */
  void withoutPoint(String point) {
    if (points != null) {
      points = new TreeSet<>(points);
      points.remove(point);
      if (points.isEmpty()) {
        points.add("Workspace.createBot");
      }
    }
  }

  /** Takes a workspace off the list, which never becomes an empty cell by that. */
  void withoutWorkspace(String workspace, Set<String> all) {
    if (workspaces != null || everyWorkspace) {
      workspaces = new TreeSet<>(workspaces == null ? all : workspaces);
      workspaces.remove(workspace);
      everyWorkspace = false;
      if (workspaces.isEmpty()) {
        workspaces.add(SPARE_WORKSPACE);
      }
    }
  }

  private static boolean isPast(@Nullable LocalDate date) {
    return date != null && date.isBefore(TODAY);
  }

  @Override
  public String toString() {
    return "owner=%s created=%s expires=%s points=%s workspaces=%s status=%s grant=%s app=%s refresh=%s"
        .formatted(
            owner,
            created,
            neverExpires ? "never" : expires,
            points,
            everyWorkspace ? "*" : workspaces,
            status,
            grant,
            appStatus,
            refreshExpires);
  }
}
