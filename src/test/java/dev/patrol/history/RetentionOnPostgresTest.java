package dev.patrol.history;

final class RetentionOnPostgresTest extends RetentionTests {
  RetentionOnPostgresTest() {
    super(Postgres.newDatabase());
  }
}
