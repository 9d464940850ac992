package dev.patrol.history;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a database's exception means. Their own messages quote URLs and statements, so what is
 * shown is made here.
 */
final class SqlFailure {
  /** Connection broken, database closed, not reached; a lock that was not had in time. */
  private static final Set<Integer> PASSING_IN_H2 = Set.of(90067, 90098, 90121, 50200);

  /** Shut down, crashed, not yet up; serialization failure and deadlock; idle for too long. */
  private static final Set<String> PASSING =
      Set.of("57P01", "57P02", "57P03", "40001", "40P01", "53300", "25P03");

  private SqlFailure() {}

  /** Whether the same work may succeed later. */
  static boolean mayPass(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || state(e).startsWith("08")
        || PASSING.contains(state(e))
        || PASSING_IN_H2.contains(e.getErrorCode());
  }

  /** Why a database could not be opened, in words. */
  static String opening(@Nullable SQLException e) {
    if (e == null) {
      return "it cannot be opened";
    }
    String reason =
        switch (state(e)) {
          case "28000", "28P01" -> "it does not accept the user or the password";
          case "3D000" -> "the server has no such database";
          case "42501" -> "the user may not make tables there";
          default -> state(e).startsWith("08") ? "it cannot be reached" : ofH2(e);
        };
    return reason + " (SQLState " + state(e) + ")";
  }

  private static String ofH2(SQLException e) {
    return switch (e.getErrorCode()) {
      // 90067: of another container or machine, which cannot be asked to share it.
      case 90020, 90067 -> "another program holds the file";
      case 90030, 90048, 50000, 90113 -> "the file is damaged or of another version";
      case 90028, 90031, 90034, 90062 -> "the file cannot be read or written";
      default -> "it cannot be opened";
    };
  }

  static String state(SQLException e) {
    return e.getSQLState() == null ? "unknown" : e.getSQLState();
  }

  /** The exception of the driver behind those of the pool and of the migrations. */
  static @Nullable SQLException in(Throwable thrown) {
    SQLException found = null;
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql) {
        found = sql;
      }
    }
    return found;
  }
}
