package dev.patrol.history;

final class ChronicleOnPostgresTest extends ChronicleTests {
  ChronicleOnPostgresTest() {
    super(Postgres.newDatabase());
  }
}
