package dev.patrol.journal;

import dev.patrol.journal.SharedRuns.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The journal of one part of a shared run, in tables that every node can read. What several threads
 * keep at one time is written in one transaction. Nothing more is kept once another node has taken
 * the part.
 */
final class TableJournal implements Journal {
  private static final int MOST_AT_ONCE = 500;

  private final Database database;
  private final String run;
  private final Taken taken;
  private final Map<String, String> dossiers = new HashMap<>();
  private final Map<String, String> replies = new HashMap<>();
  private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
  private final Thread writer = new Thread(this::write, "journal");
  private boolean closed;

  /** Something to be kept; an empty request stands for a whole dossier. */
  private record Pending(
      String token, String request, String json, CompletableFuture<Boolean> written) {
    /** Nothing to be kept: the end. */
    static Pending end() {
      return new Pending("", "", "", new CompletableFuture<>());
    }

    boolean isEnd() {
      return token.isEmpty();
    }
  }

  private TableJournal(Database database, String run, Taken taken) {
    this.database = database;
    this.run = run;
    this.taken = taken;
    writer.setDaemon(true);
  }

  static TableJournal open(Database database, String run, Taken taken) {
    TableJournal journal = new TableJournal(database, run, taken);
    database.run(
        connection -> {
          journal.load(connection);
          return true;
        });
    journal.writer.start();
    return journal;
  }

  @Override
  public Optional<String> dossier(String token) {
    return Optional.ofNullable(dossiers.get(SharedRuns.key(token)));
  }

  @Override
  public Optional<String> reply(String token, String request) {
    return Optional.ofNullable(replies.get(SharedRuns.key(token) + request));
  }

  @Override
  public void keepDossier(String token, String json) {
    keep(token, "", json);
  }

  @Override
  public void keepReply(String token, String request, String json) {
    keep(token, request, json);
  }

  @Override
  public void close() {
    Pending end = Pending.end();
    if (hand(end)) {
      end.written().join();
    }
  }

  private void keep(String token, String request, String json) {
    Pending pending = new Pending(SharedRuns.key(token), request, json, new CompletableFuture<>());
    if (!hand(pending)) {
      throw new IllegalStateException("the journal of run " + run + " is closed");
    }
    try {
      pending.written().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Hands something to the writer; false when the end was handed in before, which is its last. */
  private synchronized boolean hand(Pending pending) {
    if (closed) {
      return false;
    }
    closed = pending.isEnd();
    queue.add(pending);
    return true;
  }

  private void write() {
    boolean ended = false;
    while (!ended) {
      List<Pending> all = new ArrayList<>();
      try {
        all.add(queue.take());
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the journal", e);
      }
      queue.drainTo(all, MOST_AT_ONCE);
      ended = all.stream().anyMatch(Pending::isEnd);
      List<Pending> entries = all.stream().filter(pending -> !pending.isEnd()).toList();
      try {
        if (!entries.isEmpty()) {
          database.run(connection -> write(connection, entries));
        }
        all.forEach(pending -> pending.written().complete(true));
      } catch (RuntimeException | Error e) {
        all.forEach(
            pending -> {
              if (pending.isEnd()) {
                pending.written().complete(false);
              } else {
                pending.written().completeExceptionally(e);
              }
            });
      }
    }
  }

  private boolean write(Connection connection, List<Pending> entries) throws SQLException {
    Taken now =
        SharedRuns.locked(connection, run, taken.part().number())
            .orElseThrow(() -> new Overtaken(run, taken.part().number()));
    if (now.attempt() != taken.attempt()) {
      throw new Overtaken(run, taken.part().number());
    }
    insert(
        connection,
        entries.stream().filter(entry -> !entry.request().isEmpty()).toList(),
        "INSERT INTO shared_reply (run, part, token_key, request_key, content)"
            + " SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM shared_reply"
            + " WHERE run = ? AND part = ? AND token_key = ? AND request_key = ?)",
        true);
    insert(
        connection,
        entries.stream().filter(entry -> entry.request().isEmpty()).toList(),
        "INSERT INTO shared_dossier (run, part, token_key, content)"
            + " SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM shared_dossier"
            + " WHERE run = ? AND part = ? AND token_key = ?)",
        false);
    return true;
  }

  /** The work may be done again after it was done: what is there already is left. */
  private void insert(Connection connection, List<Pending> entries, String sql, boolean withRequest)
      throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Pending entry : entries) {
        int i = key(insert, 1, entry, withRequest);
        insert.setString(i, entry.json());
        key(insert, i + 1, entry, withRequest);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private int key(PreparedStatement insert, int from, Pending entry, boolean withRequest)
      throws SQLException {
    insert.setString(from, run);
    insert.setInt(from + 1, taken.part().number());
    insert.setString(from + 2, entry.token());
    if (withRequest) {
      insert.setString(from + 3, entry.request());
    }
    return from + (withRequest ? 4 : 3);
  }

  private void load(Connection connection) throws SQLException {
    dossiers.clear();
    replies.clear();
    load(connection, "SELECT token_key, '', content FROM shared_dossier", dossiers);
    load(connection, "SELECT token_key, request_key, content FROM shared_reply", replies);
  }

  private void load(Connection connection, String select, Map<String, String> into)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(select + " WHERE run = ? AND part = ?")) {
      query.setString(1, run);
      query.setInt(2, taken.part().number());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          into.put(rows.getString(1) + rows.getString(2), rows.getString(3));
        }
      }
    }
  }
}
