package dev.patrol.notify.outbox;

import dev.patrol.notify.Delivery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages and what they tell. Several processes may use one at the same time: each message
 * is sent by one of them at a time.
 */
public final class Outbox {
  /**
   * No try to deliver takes so long; a message that is under way for longer was left by a crash.
   */
  static final Duration LEASE = Duration.ofMinutes(10);

  /** What could not be sent for so long is given up. */
  static final Duration PATIENCE = Duration.ofDays(7);

  /** A mail of which it is not known whether it arrived is sent so often under the same id. */
  static final int MOST_UNSURE = 4;

  private final Database database;
  private final Clock clock;

  public Outbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was told of an inventory so far; changes nothing. */
  public Standing standing(String inventory) {
    return database.run(connection -> standing(connection, inventory));
  }

  private static Standing standing(Connection connection, String inventory) throws SQLException {
    MessageRows messages = new MessageRows(connection);
    Set<String> open = messages.replaceable(inventory);
    Set<String> under = messages.underWay(inventory);
    List<Night> last = new ArrayList<>();
    boolean[] heldBack = {false};
    try (Statement select =
        new Statement(connection, "SELECT * FROM notify_inventory WHERE inventory = ?")) {
      select
          .with(inventory)
          .each(
              row -> {
                Instant startedAt = Statement.instant(row, "started_at");
                if (startedAt != null) {
                  last.add(new Night(inventory, row.getString("run"), startedAt));
                  heldBack[0] = row.getBoolean("held_back");
                }
              });
    }
    return new Standing(
        last.stream().findFirst(),
        heldBack[0],
        new MarkRows(connection, inventory).load(open, under),
        messages.list(
            "inventory = ? AND state IN (?, ?) AND ended_at IS NOT NULL AND NOT reported",
            inventory,
            State.REFUSED.id(),
            State.UNSURE.id()));
  }

  /**
   * Takes back what an inventory's owners were to be told and was never on its way, so that the
   * messages of a later run tell what still holds.
   */
  public void withdraw(String inventory) {
    register(inventory);
    Instant now = clock.instant();
    database.run(
        connection -> {
          lock(connection, inventory);
          new MessageRows(connection).withdraw(inventory, now);
          return true;
        });
  }

  /**
   * Keeps the messages of a run, what they tell, and that they are planned.
   *
   * @param last the run that was the newest when it was planned
   * @return whether it was kept; else another process has planned something meanwhile
   */
  public boolean plan(Plan plan, Optional<Night> last) {
    String inventory = plan.night().inventory();
    register(inventory);
    return database.run(
        connection -> {
          if (!lock(connection, inventory).equals(last)) {
            return false;
          }
          MessageRows messages = new MessageRows(connection);
          messages.insert(plan);
          messages.reported(plan.reported());
          MarkRows marks = new MarkRows(connection, inventory);
          marks.sweep();
          marks.drop(plan.dropped());
          marks.keep(plan.kept());
          try (Statement update =
              new Statement(
                  connection,
                  "UPDATE notify_inventory SET run = ?, started_at = ?, planned_at = ?,"
                      + " held_back = ? WHERE inventory = ?")) {
            update
                .with(
                    plan.night().run(),
                    plan.night().startedAt(),
                    plan.at(),
                    plan.heldBack(),
                    inventory)
                .update();
          }
          return true;
        });
  }

  /** Two that register at the same time must not both fail. */
  private void register(String inventory) {
    Instant now = clock.instant();
    try {
      database.run(
          connection -> {
            try (Statement insert =
                new Statement(
                    connection,
                    "INSERT INTO notify_inventory (inventory, run, planned_at, held_back)"
                        + " SELECT CAST(? AS CHARACTER VARYING), '', CAST(? AS TIMESTAMP WITH TIME"
                        + " ZONE), FALSE WHERE NOT EXISTS"
                        + " (SELECT 1 FROM notify_inventory WHERE inventory = ?)")) {
              return insert.with(inventory, now, inventory).update();
            }
          });
    } catch (IllegalStateException e) {
      if (!isRegistered(inventory)) {
        throw e;
      }
    }
  }

  private boolean isRegistered(String inventory) {
    return database.run(
        connection -> {
          boolean[] found = {false};
          try (Statement select =
              new Statement(connection, "SELECT 1 FROM notify_inventory WHERE inventory = ?")) {
            select.with(inventory).each(row -> found[0] = true);
          }
          return found[0];
        });
  }

  /** Keeps others from planning until the transaction ends; tells the newest run. */
  private static Optional<Night> lock(Connection connection, String inventory) throws SQLException {
    List<Night> last = new ArrayList<>();
    try (Statement select =
        new Statement(
            connection, "SELECT * FROM notify_inventory WHERE inventory = ? FOR UPDATE")) {
      select
          .with(inventory)
          .each(
              row -> {
                Instant startedAt = Statement.instant(row, "started_at");
                if (startedAt != null) {
                  last.add(new Night(inventory, row.getString("run"), startedAt));
                }
              });
    }
    return last.stream().findFirst();
  }

  /** The time. */
  Instant now() {
    return clock.instant();
  }

  /** All messages that are not over, in the order in which they are to be sent. */
  public List<Listed> left() {
    return database.run(connection -> new MessageRows(connection).list("ended_at IS NULL"));
  }

  /** All messages of a run, over or not. */
  public List<Listed> of(Night night) {
    return database.run(
        connection ->
            new MessageRows(connection)
                .list("inventory = ? AND run = ?", night.inventory(), night.run()));
  }

  /**
   * Takes a message in order to send it, unless another process has it, it must wait, or it is
   * over. A chat's message that was on its way when a process died is not sent again.
   *
   * @return whether the caller is to send it now
   */
  public boolean claim(Listed listed) {
    Instant now = clock.instant();
    boolean mail = listed.planned().message().to() != null;
    // When the commit's answer is lost the work is done again, and must know its own claim.
    String claim = UUID.randomUUID().toString();
    return database.run(
        connection -> {
          String id = listed.planned().message().id();
          if (!mail) {
            end(
                connection,
                "the program was killed while it was on its way",
                State.UNSURE,
                "message = ? AND ended_at IS NULL AND state = ? AND claimed_until < ?",
                now,
                id,
                State.SENDING.id(),
                now);
          }
          try (Statement update =
              new Statement(
                  connection,
                  "UPDATE notify_message SET state = ?, attempts = attempts + 1,"
                      + " claimed_until = ?, claimed_by = ? WHERE message = ? AND ended_at IS NULL"
                      + " AND (not_before IS NULL OR not_before <= ?)"
                      + " AND (state IN (?, ?) OR claimed_until < ? OR claimed_by = ?)")) {
            return update
                    .with(
                        State.SENDING.id(),
                        now.plus(LEASE),
                        claim,
                        id,
                        now,
                        State.PLANNED.id(),
                        State.UNSURE.id(),
                        now,
                        claim)
                    .update()
                == 1;
          }
        });
  }

  /** Gives up what waits for too long, also where the settings no longer have the channel. */
  void giveUp() {
    Instant now = clock.instant();
    database.run(
        connection -> {
          end(
              connection,
              "not delivered for " + PATIENCE.toDays() + " days",
              State.REFUSED,
              "ended_at IS NULL AND planned_at < ? AND (state <> ? OR claimed_until < ?)",
              now,
              now.minus(PATIENCE),
              State.SENDING.id(),
              now);
          return true;
        });
  }

  private static void end(
      Connection connection,
      String reason,
      State state,
      String condition,
      Instant now,
      @Nullable Object... values)
      throws SQLException {
    @Nullable Object[] all = new @Nullable Object[values.length + 3];
    all[0] = state.id();
    all[1] = reason;
    all[2] = now;
    System.arraycopy(values, 0, all, 3, values.length);
    try (Statement update =
        new Statement(
            connection,
            "UPDATE notify_message SET state = ?, reason = ?, ended_at = ? WHERE " + condition)) {
      update.with(all).update();
    }
  }

  /** Notes what became of a message that was claimed. */
  public void settle(Listed listed, Delivery delivery) {
    boolean mail = listed.planned().message().to() != null;
    if (delivery instanceof Delivery.Delivered) {
      settle(listed, State.SENT, "", null, true);
    } else if (delivery instanceof Delivery.Refused refused) {
      settle(listed, State.REFUSED, refused.reason(), null, true);
    } else if (delivery instanceof Delivery.Unsure unsure) {
      boolean again = mail && listed.attempts() + 1 < MOST_UNSURE;
      settle(listed, State.UNSURE, unsure.reason(), null, !again);
    } else if (delivery instanceof Delivery.Later later) {
      // Once it may have arrived, it is not to be told anew under another id.
      State state = listed.state() == State.PLANNED ? State.PLANNED : State.UNSURE;
      settle(listed, state, later.reason(), later.pause(), false);
    }
  }

  /** Puts a message back that was claimed and never was on its way. */
  public void release(Listed listed) {
    settle(listed, listed.state() == State.PLANNED ? State.PLANNED : State.UNSURE, "", null, false);
  }

  private void settle(
      Listed listed, State state, String reason, @Nullable Duration pause, boolean over) {
    Instant now = clock.instant();
    Instant notBefore = pause == null ? null : now.plus(pause);
    database.run(
        connection -> {
          try (Statement update =
              new Statement(
                  connection,
                  "UPDATE notify_message SET state = ?, reason = ?, not_before = ?,"
                      + " claimed_until = ?, ended_at = ? WHERE message = ?")) {
            return update
                .with(
                    state.id(),
                    Objects.requireNonNull(reason),
                    notBefore,
                    null,
                    over ? now : null,
                    listed.planned().message().id())
                .update();
          }
        });
  }

  /** Forgets messages that are over, and what was told of inventories, since before that time. */
  public void forget(Instant before) {
    database.run(
        connection -> {
          MessageRows.forget(connection, before);
          MarkRows.forget(connection, before);
          return true;
        });
  }
}
