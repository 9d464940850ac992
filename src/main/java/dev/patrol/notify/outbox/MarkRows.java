package dev.patrol.notify.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of what was told of one inventory's findings. */
final class MarkRows {
  private final Connection connection;
  private final String inventory;

  MarkRows(Connection connection, String inventory) {
    this.connection = connection;
    this.inventory = inventory;
  }

  /**
   * What was told, by finding.
   *
   * @param open messages that are not sent and never were on their way: what they tell counts as
   *     not told
   * @param under messages that are not over
   */
  Map<String, Mark> load(Set<String> open, Set<String> under) throws SQLException {
    Map<String, Mark> marks = new HashMap<>();
    Map<String, String> known = new HashMap<>();
    try (Statement select =
        new Statement(connection, "SELECT * FROM notify_told WHERE inventory = ?")) {
      select
          .with(inventory)
          .each(
              row -> {
                Mark mark = mark(row, known);
                Mark holds = withdrawn(mark, open);
                if (holds != null) {
                  boolean toldFixed = holds.fixed() && !holds.isFixedUntold();
                  if (!toldFixed || under.contains(holds.message())) {
                    marks.put(holds.finding(), holds);
                  }
                }
              });
    }
    return marks;
  }

  private static Mark mark(ResultSet row, Map<String, String> known) throws SQLException {
    return new Mark(
        row.getString("finding"),
        shared(row.getString("audience"), known),
        row.getBoolean("fixed"),
        shared(row.getString("message"), known),
        Statement.instant(row, "warned_due"),
        row.getInt("warned_days"),
        shared(row.getString("warned_by"), known),
        row.getString("about"),
        Objects.requireNonNull(Statement.instant(row, "told_at")));
  }

  /** The few audiences and messages come with each of very many rows. */
  private static String shared(String text, Map<String, String> known) {
    return known.computeIfAbsent(text, same -> same);
  }

  /** The mark without what those messages told; null when nothing is left. */
  private static @Nullable Mark withdrawn(Mark mark, Set<String> open) {
    Mark holds = open.contains(mark.warnedBy()) ? mark.warned(null, 0, "") : mark;
    if (!open.contains(mark.message())) {
      return holds;
    }
    return mark.fixed() ? holds.fixedBy("", mark.about(), mark.toldAt()) : null;
  }

  void keep(Collection<Mark> marks) throws SQLException {
    drop(marks.stream().map(Mark::finding).toList());
    try (Statement insert =
        new Statement(
            connection,
            "INSERT INTO notify_told (inventory, finding, audience, fixed, message, warned_due,"
                + " warned_days, warned_by, about, told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?)")) {
      for (Mark mark : marks) {
        insert
            .with(
                inventory,
                mark.finding(),
                mark.audience(),
                mark.fixed(),
                mark.message(),
                mark.warnedDue(),
                mark.warnedDays(),
                mark.warnedBy(),
                mark.about(),
                mark.toldAt())
            .add();
      }
      insert.flush();
    }
  }

  void drop(Collection<String> findings) throws SQLException {
    try (Statement delete =
        new Statement(connection, "DELETE FROM notify_told WHERE inventory = ? AND finding = ?")) {
      for (String finding : findings) {
        delete.with(inventory, finding).add();
      }
      delete.flush();
    }
  }

  /** Removes what was told to the end: that a finding is fixed. */
  void sweep() throws SQLException {
    try (Statement delete =
        new Statement(
            connection,
            "DELETE FROM notify_told WHERE inventory = ? AND fixed AND message <> ''"
                + " AND NOT EXISTS (SELECT 1 FROM notify_message m"
                + " WHERE m.message = notify_told.message"
                + " AND (m.ended_at IS NULL OR m.state = ?))")) {
      delete.with(inventory, State.WITHDRAWN.id()).update();
    }
  }

  /** Forgets what was told of an inventory of which nothing was planned since. */
  static void forget(Connection connection, Instant before) throws SQLException {
    try (Statement delete =
        new Statement(
            connection,
            "DELETE FROM notify_told WHERE inventory IN"
                + " (SELECT inventory FROM notify_inventory WHERE planned_at < ?)")) {
      delete.with(before).update();
    }
  }
}
