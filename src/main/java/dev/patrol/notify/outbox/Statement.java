package dev.patrol.notify.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A prepared statement whose places are filled in order. */
final class Statement implements AutoCloseable {
  private static final int BATCH = 1_000;

  /** Reads one row. */
  @FunctionalInterface
  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private final PreparedStatement statement;
  private int pending;

  Statement(Connection connection, String sql) throws SQLException {
    statement = connection.prepareStatement(sql);
  }

  /** Fills all places: texts, numbers, flags, instants and nulls for instants. */
  Statement with(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      set(i + 1, values[i]);
    }
    return this;
  }

  private void set(int place, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(place, Types.TIMESTAMP_WITH_TIMEZONE);
    } else if (value instanceof Instant instant) {
      statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof String text) {
      // PostgreSQL knows no character 0.
      statement.setString(place, text.replace('\0', '\uFFFD'));
    } else {
      statement.setObject(place, value);
    }
  }

  int update() throws SQLException {
    return statement.executeUpdate();
  }

  void add() throws SQLException {
    statement.addBatch();
    if (++pending % BATCH == 0) {
      statement.executeBatch();
    }
  }

  void flush() throws SQLException {
    if (pending % BATCH != 0) {
      statement.executeBatch();
    }
  }

  void each(Row row) throws SQLException {
    statement.setFetchSize(BATCH);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        row.read(rows);
      }
    }
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
