package dev.patrol.notify.news;

import dev.patrol.history.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HeraldOnPostgresTest extends HeraldTests {
  HeraldOnPostgresTest(@TempDir Path folder) {
    super(Postgres.newDatabase(), folder);
  }
}
