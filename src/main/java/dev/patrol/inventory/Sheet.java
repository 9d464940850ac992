package dev.patrol.inventory;

import java.util.Set;

/** One of the inventory's files and the columns that the contract names. */
enum Sheet {
  TOKENS("tokens.csv", "token"),
  WORKSPACES("workspaces.csv", "workspace"),
  ENDPOINTS("endpoints.csv", "endpoint"),
  WAIVERS("waivers.csv", "rule");

  private final String file;
  private final String idColumn;

  Sheet(String file, String idColumn) {
    this.file = file;
    this.idColumn = idColumn;
  }

  /** The file's name, such as {@code tokens.csv}. */
  String file() {
    return file;
  }

  /** The column that every row must fill; it is also the word for what a row is about. */
  String idColumn() {
    return idColumn;
  }

  /** Whether an inventory can do without the file. */
  boolean mayBeMissing() {
    return this == WAIVERS;
  }

  /** The columns that must be there. */
  Set<String> required() {
    return switch (this) {
      case TOKENS -> Set.of("token", "kind");
      case WORKSPACES -> Set.of("workspace");
      case ENDPOINTS -> Set.of("endpoint", "token", "method", "url");
      case WAIVERS -> Set.of("rule", "reason", "who", "until");
    };
  }

  /** Whether the contract names the column; cells of all others become attributes. */
  boolean names(String column) {
    return required().contains(column) || optional().contains(column);
  }

  private Set<String> optional() {
    return switch (this) {
      case TOKENS ->
          Set.of(
              "secret",
              "owner",
              "owner_email",
              "account",
              "environment",
              "created_at",
              "expires_at",
              "permissions",
              "workspaces",
              "status",
              "site",
              "grant",
              "app_status",
              "refresh_expires_at");
      case WORKSPACES ->
          Set.of("name", "owner", "owner_email", "account", "edition", "kind", "owner_since");
      case ENDPOINTS ->
          Set.of("workspace", "application", "authorization", "body", "content_type", "probe");
      case WAIVERS -> Set.of("token", "endpoint", "workspace");
    };
  }
}
