package dev.patrol.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** The finished dossiers of a shared run; keeps nothing. */
final class RunReading implements Journal {
  private final Database database;
  private final String run;

  RunReading(Database database, String run) {
    this.database = database;
    this.run = run;
  }

  @Override
  public Optional<String> dossier(String token) {
    return database.run(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT content FROM shared_dossier WHERE run = ? AND token_key = ?")) {
            query.setString(1, run);
            query.setString(2, SharedRuns.key(token));
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public Optional<String> reply(String token, String request) {
    return Optional.empty();
  }

  @Override
  public void keepDossier(String token, String json) {
    throw new UnsupportedOperationException("a run that is published is only read");
  }

  @Override
  public void keepReply(String token, String request, String json) {
    throw new UnsupportedOperationException("a run that is published is only read");
  }

  @Override
  public void close() {}
}
