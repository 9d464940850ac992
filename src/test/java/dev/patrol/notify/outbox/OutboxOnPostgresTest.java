package dev.patrol.notify.outbox;

import dev.patrol.history.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OutboxOnPostgresTest extends OutboxTests {
  OutboxOnPostgresTest(@TempDir Path folder) {
    super(Postgres.newDatabase(), folder);
  }
}
