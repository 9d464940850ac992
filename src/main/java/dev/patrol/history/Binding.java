package dev.patrol.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Fills the places of a statement, one after the other. */
final class Binding {
  private final PreparedStatement statement;
  private int place;

  Binding(PreparedStatement statement) {
    this.statement = statement;
  }

  Binding add(long number) throws SQLException {
    statement.setLong(++place, number);
    return this;
  }

  Binding add(boolean flag) throws SQLException {
    statement.setBoolean(++place, flag);
    return this;
  }

  Binding add(@Nullable String text) throws SQLException {
    statement.setString(++place, text);
    return this;
  }

  Binding add(@Nullable Instant instant) throws SQLException {
    if (instant == null) {
      statement.setNull(++place, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(++place, instant.atOffset(ZoneOffset.UTC));
    }
    return this;
  }

  Binding addAll(Collection<String> texts) throws SQLException {
    for (String text : texts) {
      add(text);
    }
    return this;
  }

  /** So many places for a list, such as {@code (?, ?)}. */
  static String places(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
