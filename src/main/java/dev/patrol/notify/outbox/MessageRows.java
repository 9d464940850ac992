package dev.patrol.notify.outbox;

import dev.patrol.notify.Attachment;
import dev.patrol.notify.Message;
import dev.patrol.notify.Recipient;
import dev.patrol.notify.outbox.Planned.Purpose;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of messages. */
final class MessageRows {
  private static final String COLUMNS_OF_ATTACHMENT = "\t";

  private final Connection connection;

  MessageRows(Connection connection) {
    this.connection = connection;
  }

  void insert(Plan plan) throws SQLException {
    try (Statement insert =
        new Statement(
            connection,
            "INSERT INTO notify_message (message, inventory, run, purpose, channel,"
                + " recipient_name, recipient_address, subject, body, attachments, state, attempts,"
                + " reason, reported, planned_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '',"
                + " FALSE, ?)")) {
      for (Planned planned : plan.messages()) {
        Message message = planned.message();
        Recipient to = message.to();
        insert
            .with(
                message.id(),
                plan.night().inventory(),
                plan.night().run(),
                planned.purpose().id(),
                planned.channel(),
                to == null ? "" : to.name(),
                to == null ? "" : to.address(),
                message.subject(),
                message.text(),
                written(message.attachments()),
                State.PLANNED.id(),
                plan.at())
            .add();
      }
      insert.flush();
    }
  }

  /** Takes back what was planned for owners and was never on its way. */
  void withdraw(String inventory, Instant now) throws SQLException {
    try (Statement update =
        new Statement(
            connection,
            "UPDATE notify_message SET state = ?, ended_at = ? WHERE inventory = ? AND purpose = ?"
                + " AND state = ?")) {
      update
          .with(State.WITHDRAWN.id(), now, inventory, Purpose.OWNER.id(), State.PLANNED.id())
          .update();
    }
  }

  void reported(List<String> messages) throws SQLException {
    try (Statement update =
        new Statement(connection, "UPDATE notify_message SET reported = TRUE WHERE message = ?")) {
      for (String message : messages) {
        update.with(message).add();
      }
      update.flush();
    }
  }

  /** Ids of an inventory's messages for owners that are planned or withdrawn. */
  Set<String> replaceable(String inventory) throws SQLException {
    return ids(
        "inventory = ? AND purpose = ? AND state IN (?, ?)",
        inventory,
        Purpose.OWNER.id(),
        State.PLANNED.id(),
        State.WITHDRAWN.id());
  }

  /** Ids of an inventory's messages that are not over. */
  Set<String> underWay(String inventory) throws SQLException {
    return ids("inventory = ? AND ended_at IS NULL", inventory);
  }

  private Set<String> ids(String condition, Object... values) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Statement select =
        new Statement(connection, "SELECT message FROM notify_message WHERE " + condition)) {
      select.with(values).each(row -> ids.add(row.getString(1)));
    }
    return ids;
  }

  /** In the order in which they were planned, those who have to act first. */
  List<Listed> list(String condition, @Nullable Object... values) throws SQLException {
    List<Listed> listed = new ArrayList<>();
    try (Statement select =
        new Statement(
            connection,
            "SELECT * FROM notify_message WHERE "
                + condition
                + " ORDER BY planned_at, purpose, recipient_address, channel, message")) {
      select.with(values).each(row -> listed.add(listed(row)));
    }
    return listed;
  }

  private static Listed listed(ResultSet row) throws SQLException {
    String address = row.getString("recipient_address");
    Message message =
        new Message(
            row.getString("message"),
            address.isEmpty() ? null : new Recipient(row.getString("recipient_name"), address),
            row.getString("subject"),
            row.getString("body"),
            read(row.getString("attachments")));
    return new Listed(
        row.getString("run"),
        new Planned(row.getString("channel"), Purpose.of(row.getString("purpose")), message),
        State.of(row.getString("state")),
        Statement.instant(row, "ended_at") != null,
        row.getInt("attempts"),
        row.getString("reason"));
  }

  /** A line for each; file names with a tab or a line break are not among those of reports. */
  private static String written(List<Attachment> attachments) {
    return attachments.stream()
        .map(
            each ->
                String.join(
                    COLUMNS_OF_ATTACHMENT,
                    each.fileName(),
                    each.mediaType(),
                    each.file().toString()))
        .collect(Collectors.joining("\n"));
  }

  private static List<Attachment> read(String written) {
    return written
        .lines()
        .map(line -> line.split(COLUMNS_OF_ATTACHMENT, 3))
        .filter(parts -> parts.length == 3)
        .map(parts -> new Attachment(parts[0], parts[1], Path.of(parts[2])))
        .toList();
  }

  static void forget(Connection connection, Instant before) throws SQLException {
    try (Statement delete =
        new Statement(connection, "DELETE FROM notify_message WHERE ended_at < ?")) {
      delete.with(before).update();
    }
  }
}
