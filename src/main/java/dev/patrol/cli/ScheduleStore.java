package dev.patrol.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.patrol.config.Config;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database in which schedules are kept: a file below the folder of the reports. */
final class ScheduleStore implements AutoCloseable {
  private static final String FOLDER = ".patrol";

  /** A second process of this machine may give commands; nothing is lost when it is killed. */
  private static final String OPTIONS = ";AUTO_SERVER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=60000";

  private final HikariDataSource pool;

  private ScheduleStore(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Opens it, with its tables.
   *
   * @param connections how many there may be at one time
   */
  static ScheduleStore open(Config config, int connections) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl("jdbc:h2:file:" + folder(config).resolve("store") + OPTIONS);
    settings.setMaximumPoolSize(connections);
    settings.setMinimumIdle(1);
    settings.setAutoCommit(false);
    HikariDataSource pool = new HikariDataSource(settings);
    Flyway.configure(ScheduleStore.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(pool)
        .table("patrol_schema")
        .locations("classpath:db/migration/h2")
        .load()
        .migrate();
    return new ScheduleStore(pool);
  }

  /** What one scheduler at a time holds. */
  static Path lockFile(Config config) {
    return folder(config).resolve("schedule.lock");
  }

  DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Path folder(Config config) {
    return config.reports().toAbsolutePath().normalize().resolve(FOLDER);
  }
}
