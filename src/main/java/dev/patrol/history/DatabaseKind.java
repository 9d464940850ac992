package dev.patrol.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The databases that can keep the store. */
enum DatabaseKind {
  H2,
  POSTGRESQL;

  /** The one that a JDBC URL is for, if it is one of these. */
  static Optional<DatabaseKind> of(String url) {
    return Arrays.stream(values()).filter(kind -> url.startsWith(kind.scheme())).findFirst();
  }

  String scheme() {
    return "jdbc:" + id() + ":";
  }

  /** The word in URLs and folders of migrations, such as {@code h2}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
