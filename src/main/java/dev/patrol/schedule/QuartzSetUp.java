package dev.patrol.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Sets Quartz up on a database, by hand: its usual factory would read files and system properties
 * that were meant for somebody else.
 */
final class QuartzSetUp {
  /** Nodes with this name and the same database are one cluster. */
  static final String CLUSTER = "patrol";

  /** How often a node says that it is alive, in milliseconds. */
  static final long CHECK_IN = 5_000;

  private static final String POSTGRESQL = "PostgreSQL";
  private static final long IDLE_WAIT = 5_000;
  private static final long DATABASE_RETRY = 5_000;
  private static final long MISFIRE_THRESHOLD = 60_000;
  private static final int BATCH = 5;

  private QuartzSetUp() {}

  /**
   * A scheduler that is not started yet.
   *
   * @param threads how many jobs it runs at one time
   * @param loop runs the thread that lets jobs begin; to be joined once the scheduler is shut down
   */
  static Scheduler scheduler(DataSource database, int threads, StoreThreads loop)
      throws SchedulerException {
    boolean postgresql = isPostgresql(database);
    // A file has one process at a time: under the old name it finds what its predecessor left.
    String node = postgresql ? uniqueNode() : "single";
    SchedulerRepository repository = SchedulerRepository.getInstance();
    synchronized (repository) {
      DirectSchedulerFactory.getInstance()
          .createScheduler(
              CLUSTER,
              node,
              threads(threads),
              loop,
              jobStore(database, postgresql),
              null,
              null,
              0,
              IDLE_WAIT,
              DATABASE_RETRY,
              false,
              null,
              BATCH,
              0,
              true);
      Scheduler scheduler = repository.lookup(CLUSTER);
      // Quartz keeps one for each name in a process; two nodes may well share one.
      repository.remove(CLUSTER);
      return scheduler;
    }
  }

  private static JobStoreTX jobStore(DataSource database, boolean postgresql)
      throws SchedulerException {
    String source = "patrol-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(source, new Provider(database));
    JobStoreTX store = new JobStoreTX();
    store.setDataSource(source);
    try {
      store.setDriverDelegateClass(
          (postgresql ? PostgreSQLDelegate.class : StdJDBCDelegate.class).getName());
    } catch (InvalidConfigurationException e) {
      throw new SchedulerException(e);
    }
    store.setUseProperties("true");
    // Also with one node: commands of other processes change the same tables.
    store.setIsClustered(true);
    store.setClusterCheckinInterval(CHECK_IN);
    // Without it two nodes may run the same trigger when they take several at once.
    store.setAcquireTriggersWithinLock(true);
    store.setMisfireThreshold(MISFIRE_THRESHOLD);
    store.setDbRetryInterval(DATABASE_RETRY);
    store.setMakeThreadsDaemons(true);
    store.setThreadExecutor(new StoreThreads());
    return store;
  }

  private static SimpleThreadPool threads(int count) {
    SimpleThreadPool threads = new SimpleThreadPool(count, Thread.NORM_PRIORITY);
    threads.setMakeThreadsDaemons(true);
    threads.setThreadNamePrefix("task");
    return threads;
  }

  private static String uniqueNode() {
    return String.format(
        Locale.ROOT,
        "%.60s-%d-%s",
        hostName(),
        ProcessHandle.current().pid(),
        UUID.randomUUID().toString().substring(0, 8));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  private static boolean isPostgresql(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals(POSTGRESQL);
    } catch (SQLException e) {
      throw QuartzCall.failure("open the database", e);
    }
  }

  /** Connections for Quartz, from the pool that others use as well. */
  private record Provider(DataSource database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.getConnection();
    }

    @Override
    public void initialize() {
      // The pool is open.
    }

    @Override
    public void shutdown() {
      // The pool belongs to somebody else.
    }
  }
}
