package dev.patrol.model;

import java.util.Locale;

/** Whether a workspace is somebody's own or shared by a team. */
public enum WorkspaceKind {
  PERSONAL,
  TEAM;

  /** The word used in the inventory, such as {@code team}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
