package dev.patrol.history;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the store's tables up to date. */
final class Schema {
  /** The newest migration; a test keeps it in step with the files. */
  static final int NEWEST = 4;

  private static final String TABLE = "patrol_schema";

  /** No such table, in PostgreSQL and in H2. */
  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

  /** Two processes that meet a new database at the same time stand in each other's way. */
  private static final int ATTEMPTS = 3;

  private Schema() {}

  /**
   * Asks for the version first: that takes a millisecond, and the machinery of migrations a fifth
   * of a second.
   *
   * @throws ProblemsException when the schema is newer than this product or cannot be changed
   */
  static void bringUpToDate(DataSource source, DatabaseKind kind, String place)
      throws SQLException {
    for (int attempt = 1; version(source) < NEWEST; attempt++) {
      try {
        migrate(source, kind);
      } catch (FlywayException e) {
        if (attempt == ATTEMPTS) {
          throw new ProblemsException(
              Problem.in(
                  place,
                  "the store's tables cannot be brought up to date: "
                      + SqlFailure.opening(SqlFailure.in(e))));
        }
      }
    }
    int version = version(source);
    if (version > NEWEST) {
      throw new ProblemsException(
          Problem.in(
              place,
              "the store's tables are of version %d, expected %d at most; use the newer Patrol that made them"
                  .formatted(version, NEWEST)));
    }
  }

  private static int version(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \""
                      + TABLE
                      + "\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
        rows.next();
        return rows.getInt(1);
      } catch (SQLException e) {
        if (NO_TABLE.contains(SqlFailure.state(e))) {
          return 0;
        }
        throw e;
      } finally {
        connection.rollback();
      }
    }
  }

  private static void migrate(DataSource source, DatabaseKind kind) {
    Flyway.configure(Schema.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(source)
        .table(TABLE)
        .locations("classpath:db/migration/" + kind.id(), "classpath:db/migration/both")
        .failOnMissingLocations(false)
        // A team's database may hold other tables in the same schema.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
