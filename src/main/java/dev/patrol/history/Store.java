package dev.patrol.history;

import com.zaxxer.hikari.HikariDataSource;
import dev.patrol.model.RuleInfo;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of earlier runs, open and with all its tables. Safe for use by several threads. */
public final class Store implements AutoCloseable {
  private final HikariDataSource pool;
  private final @Nullable EmbeddedFolder folder;
  private final DatabaseKind kind;
  private final StoreOptions options;
  private final Transactions transactions;

  private Store(
      HikariDataSource pool,
      @Nullable EmbeddedFolder folder,
      DatabaseKind kind,
      StoreOptions options,
      Transactions transactions) {
    this.pool = pool;
    this.folder = folder;
    this.kind = kind;
    this.options = options;
    this.transactions = transactions;
  }

  /** As {@link #open(StoreLocation, StoreOptions)}, with what holds when nothing else is wanted. */
  public static Store open(StoreLocation location) {
    return open(location, StoreOptions.DEFAULT);
  }

  /**
   * Opens the store and brings its tables up to date.
   *
   * @throws ProblemsException with one line when that is not possible; it never shows a password
   */
  public static Store open(StoreLocation location, StoreOptions options) {
    return open(location, options, Pauses.system());
  }

  static Store open(StoreLocation location, StoreOptions options, Pauses pauses) {
    String place = location.shown();
    DatabaseKind kind =
        DatabaseKind.of(location.url())
            .orElseThrow(
                () ->
                    new ProblemsException(
                        Problem.in(
                            "store",
                            "expected a URL that begins with jdbc:postgresql: or jdbc:h2:, got \""
                                + place
                                + '"')));
    Path file = location.file();
    EmbeddedFolder folder = file == null ? null : EmbeddedFolder.prepare(file);
    HikariDataSource pool = null;
    try {
      int size = options.connections();
      pool =
          opened(
              place,
              () ->
                  folder == null ? Pool.named(location, kind, size) : Pool.embedded(folder, size));
      Schema.bringUpToDate(pool, kind, place);
      if (folder != null) {
        FirstCommits.make(pool);
      }
      return new Store(
          pool, folder, kind, options, new Transactions(pool, place, options.patience(), pauses));
    } catch (SQLException | RuntimeException e) {
      close(pool, folder);
      throw e instanceof ProblemsException problems ? problems : problem(place, e);
    }
  }

  private static HikariDataSource opened(String place, Supplier<HikariDataSource> make) {
    try {
      return make.get();
    } catch (RuntimeException e) {
      throw problem(place, e);
    }
  }

  /** Without the cause: drivers quote the URL, and with it the password. */
  private static ProblemsException problem(String place, Exception e) {
    return new ProblemsException(Problem.in(place, SqlFailure.opening(SqlFailure.in(e))));
  }

  /** The connections, for libraries that need their own; each begins without auto-commit. */
  public DataSource dataSource() {
    return pool;
  }

  /** Whether several machines can use it together. */
  public boolean isShared() {
    return kind == DatabaseKind.POSTGRESQL;
  }

  /** Runs work that bears the database being away for a while. */
  public Transactions transactions() {
    return transactions;
  }

  /**
   * Begins to record a run. What unfinished runs of the same inventory left is removed, and they
   * can no longer be committed.
   *
   * @param rules those asked tonight, in the language of the reports
   * @throws IllegalStateException when the run is recorded already
   * @throws StoreUnavailable when the database stays away
   */
  public Chronicle begin(RunHeader header, Collection<RuleInfo> rules) {
    return Chronicle.begin(transactions, options, header, rules);
  }

  /**
   * Whether a run is recorded.
   *
   * @param key of its {@link RunHeader}
   * @throws StoreUnavailable when the database stays away
   */
  public boolean isRecorded(String key) {
    return transactions.run(connection -> new RunRows(connection).isFinished(key));
  }

  /** What is known about earlier runs. */
  public Archive archive() {
    return new Archive(transactions);
  }

  @Override
  public void close() {
    close(pool, folder);
  }

  private static void close(@Nullable HikariDataSource pool, @Nullable EmbeddedFolder folder) {
    if (pool != null) {
      pool.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
