package dev.patrol.audit.trial;

import java.util.Set;

/** The two operations that tell a token's identity. */
final class Identity {
  static final String WITH_POINT = "workspace-list";
  static final String WITHOUT_POINT = "store-category-list";
  static final String POINT = "listWorkspace";
  static final Set<String> OPERATIONS = Set.of(WITH_POINT, WITHOUT_POINT);

  private Identity() {}
}
