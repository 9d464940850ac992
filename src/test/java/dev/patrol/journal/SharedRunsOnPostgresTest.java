package dev.patrol.journal;

import dev.patrol.history.Postgres;

final class SharedRunsOnPostgresTest extends SharedRunsTests {
  SharedRunsOnPostgresTest() {
    super(Postgres.newDatabase());
  }
}
