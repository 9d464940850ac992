package dev.patrol.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.patrol.model.Secret;

/** Makes pools of connections that notice when the database comes back. */
final class Pool {
  private static final long WAIT_MILLIS = 5_000;
  private static final long CHECK_MILLIS = 2_000;

  /**
   * H2 would otherwise lose up to half a second of commits when the process is killed, go on with
   * plans that it made while the tables were empty, and rewrite whatever of its file is less than
   * nine tenths full each time it is closed.
   */
  private static final String EMBEDDED =
      ";AUTO_SERVER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=60000;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=0"
          + ";AUTO_COMPACT_FILL_RATE=50";

  private Pool() {}

  /** For an embedded database, which a second process of the same machine may open as well. */
  static HikariDataSource embedded(EmbeddedFolder folder, int connections) {
    // Read by H2 when it is loaded: its server for the second process is for this machine only.
    if (System.getProperty("h2.bindAddress") == null) {
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
    // For a URL alone a driver is looked for among all that there are, which loads each of them.
    HikariConfig config = config(connections);
    config.setDataSourceClassName("org.h2.jdbcx.JdbcDataSource");
    config.addDataSourceProperty(
        "url", DatabaseKind.H2.scheme() + "file:" + folder.file() + EMBEDDED);
    return new HikariDataSource(config);
  }

  /** For a database that the user named. */
  static HikariDataSource named(StoreLocation location, DatabaseKind kind, int connections) {
    HikariConfig config = config(connections);
    config.setJdbcUrl(location.url());
    if (location.user() != null) {
      config.setUsername(location.user());
    }
    Secret password = location.password();
    if (password != null) {
      config.setPassword(password.unwrap());
    }
    if (kind == DatabaseKind.POSTGRESQL) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
      config.addDataSourceProperty("ApplicationName", "patrol");
      config.addDataSourceProperty("tcpKeepAlive", "true");
      config.addDataSourceProperty("connectTimeout", "5");
      // A server that vanished without a word would be waited for without end.
      config.addDataSourceProperty("socketTimeout", "300");
      // Nor may others wait without end for the locks of a process that is frozen or cut off.
      config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=10s");
    }
    return new HikariDataSource(config);
  }

  private static HikariConfig config(int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setAutoCommit(false);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(CHECK_MILLIS);
    // One attempt, and its reason, instead of waiting for the timeout.
    config.setInitializationFailTimeout(1);
    return config;
  }
}
