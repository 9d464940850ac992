package dev.patrol.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The runs that several nodes work on together, in the tables of their database. A node takes a
 * part, and may take it from another that seems dead; what the other one does from then on does not
 * count.
 */
public final class SharedRuns {
  private final Database database;

  /** What became of taking or finishing a part. */
  public enum State {
    /** There is work to do. */
    OPEN,
    /** The part is done, and others of the run are not. */
    DONE,
    /** All parts of the run are done. */
    ALL_DONE,
    /** The run is over. */
    GONE
  }

  /**
   * A part as a node has taken it.
   *
   * @param state whether there is anything to do
   * @param part which dossiers it has; the first part when the run is gone
   * @param attempt how many nodes have taken it, this one included
   */
  public record Taken(State state, Part part, int attempt) {}

  public SharedRuns(Database database) {
    this.database = database;
  }

  /**
   * Begins a run, unless there is one of the inventory.
   *
   * @param header what every node must know of the run, a JSON value
   * @return the run of the inventory that is under way: this one, or another
   */
  public String begin(
      String inventory, String run, String schedule, String header, List<Part> parts) {
    try {
      return database.run(
          connection -> {
            Optional<String> other = runOf(connection, inventory);
            if (other.isPresent()) {
              return other.get();
            }
            insertRun(connection, inventory, run, schedule, header);
            insertParts(connection, run, parts);
            return run;
          });
    } catch (RuntimeException e) {
      // Perhaps another node began one at the same moment.
      return runOf(inventory).orElseThrow(() -> e);
    }
  }

  /** The run of an inventory that is under way. */
  public Optional<String> runOf(String inventory) {
    return database.run(connection -> runOf(connection, inventory));
  }

  /** What was kept of a run when it began; nothing when it is over. */
  public Optional<String> header(String run) {
    return database.run(
        connection -> text(connection, "SELECT header FROM shared_run WHERE run = ?", run));
  }

  /** The numbers of a run's parts that are not done, sorted. */
  public List<Integer> open(String run) {
    return database.run(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT part FROM shared_part WHERE run = ? AND NOT done ORDER BY part")) {
            query.setString(1, run);
            List<Integer> parts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                parts.add(rows.getInt(1));
              }
            }
            return parts;
          }
        });
  }

  /** Takes a part, also from a node that had taken it before. */
  public Taken take(String run, int part) {
    return database.run(
        connection -> {
          Optional<Taken> before = locked(connection, run, part);
          if (before.isEmpty()) {
            return new Taken(State.GONE, new Part(part, 0, 1), 0);
          }
          Taken taken = before.get();
          if (taken.state() == State.DONE) {
            return new Taken(done(connection, run), taken.part(), taken.attempt());
          }
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE shared_part SET attempt = ? WHERE run = ? AND part = ?")) {
            update.setInt(1, taken.attempt() + 1);
            update.setString(2, run);
            update.setInt(3, part);
            update.executeUpdate();
          }
          return new Taken(State.OPEN, taken.part(), taken.attempt() + 1);
        });
  }

  /**
   * Notes that all dossiers of a part are kept.
   *
   * @return {@link State#ALL_DONE} for the last part, else {@link State#DONE}
   * @throws Overtaken when another node has taken the part meanwhile
   */
  public State finish(String run, Taken taken) {
    return database.run(
        connection -> {
          // Parts that end at one time must not both miss that they are the last ones.
          lockRun(connection, run);
          Optional<Taken> now = locked(connection, run, taken.part().number());
          if (now.isEmpty() || now.get().attempt() != taken.attempt()) {
            throw new Overtaken(run, taken.part().number());
          }
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE shared_part SET done = TRUE WHERE run = ? AND part = ?")) {
            update.setString(1, run);
            update.setInt(2, taken.part().number());
            update.executeUpdate();
          }
          return done(connection, run);
        });
  }

  /** The journal of a part that this node has taken. */
  public Journal journal(String run, Taken taken) {
    return TableJournal.open(database, run, taken);
  }

  /** What all parts of a run have kept, to be asked for in the inventory's order. */
  public KeptDossiers dossiers(String run) {
    return new RunReading(database, run);
  }

  /** The runs that are under way and the schedules that they belong to, by run. */
  public SortedMap<String, String> underWay() {
    return database.run(
        connection -> {
          SortedMap<String, String> runs = new TreeMap<>();
          try (PreparedStatement query =
                  connection.prepareStatement("SELECT run, schedule FROM shared_run");
              ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              runs.put(rows.getString(1), rows.getString(2));
            }
          }
          return runs;
        });
  }

  /** Forgets a run, published or given up. */
  public void end(String run) {
    database.run(
        connection -> {
          for (String table :
              // The run and its parts first: whoever still writes for them is waited for.
              List.of("shared_run", "shared_part", "shared_reply", "shared_dossier")) {
            try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE run = ?")) {
              delete.setString(1, run);
              delete.executeUpdate();
            }
          }
          return true;
        });
  }

  /** Short and of one length, however long the name is. */
  static String key(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  private static Optional<String> runOf(Connection connection, String inventory)
      throws SQLException {
    return text(connection, "SELECT run FROM shared_run WHERE inventory_key = ?", key(inventory));
  }

  private static void insertRun(
      Connection connection, String inventory, String run, String schedule, String header)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO shared_run (inventory_key, run, schedule, header) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, key(inventory));
      insert.setString(2, run);
      insert.setString(3, schedule);
      insert.setString(4, header);
      insert.executeUpdate();
    }
  }

  private static void insertParts(Connection connection, String run, List<Part> parts)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO shared_part (run, part, first_token, tokens, attempt, done)"
                + " VALUES (?, ?, ?, ?, 0, FALSE)")) {
      for (Part part : parts) {
        insert.setString(1, run);
        insert.setInt(2, part.number());
        insert.setInt(3, part.first());
        insert.setInt(4, part.tokens());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The part as it is; nobody else changes it before the transaction ends. */
  static Optional<Taken> locked(Connection connection, String run, int part) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT first_token, tokens, attempt, done FROM shared_part"
                + " WHERE run = ? AND part = ? FOR UPDATE")) {
      query.setString(1, run);
      query.setInt(2, part);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Taken(
                    row.getBoolean(4) ? State.DONE : State.OPEN,
                    new Part(part, row.getInt(1), row.getInt(2)),
                    row.getInt(3)))
            : Optional.empty();
      }
    }
  }

  private static void lockRun(Connection connection, String run) throws SQLException {
    text(connection, "SELECT run FROM shared_run WHERE run = ? FOR UPDATE", run);
  }

  private static State done(Connection connection, String run) throws SQLException {
    return text(
                connection,
                "SELECT run FROM shared_part WHERE run = ? AND NOT done FETCH FIRST ROW ONLY",
                run)
            .isPresent()
        ? State.DONE
        : State.ALL_DONE;
  }

  private static Optional<String> text(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, parameter);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }
}
