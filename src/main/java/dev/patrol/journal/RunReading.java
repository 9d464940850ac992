package dev.patrol.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The finished dossiers of a shared run, to be asked for in the inventory's order. It reads part by
 * part, and remembers the latest one only.
 */
final class RunReading implements KeptDossiers {
  private final Database database;
  private final String run;
  private Map<String, String> dossiers = Map.of();
  private int part;

  RunReading(Database database, String run) {
    this.database = database;
    this.run = run;
  }

  @Override
  public Optional<String> dossier(String token) {
    String key = SharedRuns.key(token);
    String known = dossiers.get(key);
    if (known == null) {
      dossiers = next();
      known = dossiers.get(key);
    }
    return Optional.ofNullable(known);
  }

  private Map<String, String> next() {
    Map<String, String> next =
        database.run(
            connection -> {
              try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT token_key, content FROM shared_dossier WHERE run = ? AND part = ?")) {
                query.setString(1, run);
                query.setInt(2, part);
                Map<String, String> contents = new HashMap<>();
                try (ResultSet rows = query.executeQuery()) {
                  while (rows.next()) {
                    contents.put(rows.getString(1), rows.getString(2));
                  }
                }
                return contents;
              }
            });
    part++;
    return next;
  }
}
