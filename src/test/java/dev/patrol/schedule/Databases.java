package dev.patrol.schedule;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Databases with the schedules' tables. */
final class Databases {
  private static final int CONNECTIONS = 8;

  private Databases() {}

  /** An H2 file that other processes may open at the same time. */
  static HikariDataSource h2(Path file) {
    return open(
        "jdbc:h2:file:" + file.toAbsolutePath() + ";AUTO_SERVER=TRUE;WRITE_DELAY=0", "sa", "h2");
  }

  static HikariDataSource postgresql(String url) {
    return open(url, "postgres", "postgresql");
  }

  private static HikariDataSource open(String url, String user, String kind) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setAutoCommit(false);
    HikariDataSource database = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/" + kind)
        .load()
        .migrate();
    return database;
  }
}
