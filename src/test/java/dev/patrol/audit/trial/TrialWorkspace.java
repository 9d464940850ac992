package dev.patrol.audit.trial;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A workspace as {@code workspaces.csv} declares it; empty texts are empty cells. */
final class TrialWorkspace {
  final String id;
  String owner;
  String account;
  String edition;
  @Nullable LocalDate ownerSince;

  TrialWorkspace(String id, String owner, String account, String edition) {
    this.id = id;
    this.owner = owner;
    this.account = account;
    this.edition = edition;
  }

  boolean declaredPersonal() {
    return edition.startsWith("personal");
  }

  @Override
  public String toString() {
    return id
        + " owner="
        + owner
        + " account="
        + account
        + " edition="
        + edition
        + " ownerSince="
        + ownerSince;
  }
}
