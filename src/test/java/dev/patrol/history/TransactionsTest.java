package dev.patrol.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {
  private final Path folder;

  TransactionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Time that passes only when somebody waits for it. */
  private static class Virtual implements Pauses {
    final List<Duration> pauses = new ArrayList<>();
    private long now;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
      pauses.add(time);
      now += time.toNanos();
    }
  }

  private Store store(Pauses pauses) {
    return Store.open(StoreLocation.embedded(folder), StoreOptions.DEFAULT, pauses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57P03", "40001", "40P01", "25P03"})
  void work_is_repeated_when_the_failure_may_pass(String state) {
    AtomicInteger attempts = new AtomicInteger();
    Virtual virtual = new Virtual();
    try (Store store = store(virtual)) {
      String done =
          store
              .transactions()
              .run(
                  connection -> {
                    if (attempts.incrementAndGet() < 4) {
                      throw new SQLException("made up", state);
                    }
                    return "done";
                  });
      assertThat(done).isEqualTo("done");
    }
    assertThat(virtual.pauses)
        .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
  }

  @Test
  void patience_ends() {
    Virtual virtual = new Virtual();
    try (Store store = store(virtual)) {
      assertThatThrownBy(
              () ->
                  store
                      .transactions()
                      .run(
                          connection -> {
                            throw new SQLException("made up, password=hidden1", "08006");
                          }))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("stayed away for 120 s (SQLState 08006)")
          .hasMessageNotContaining("hidden1")
          .hasNoCause();
    }
    assertThat(virtual.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofMinutes(2), Duration.ofSeconds(125));
  }

  @Test
  void what_will_not_pass_is_not_repeated() {
    Virtual virtual = new Virtual();
    try (Store store = store(virtual)) {
      assertThatThrownBy(
              () ->
                  store
                      .transactions()
                      .run(connection -> connection.prepareStatement("SELECT nonsense").execute()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("refused a statement (SQLState 42S22)");
    }
    assertThat(virtual.pauses).isEmpty();
  }

  @Test
  void an_interrupt_ends_the_waiting() {
    Virtual interrupted =
        new Virtual() {
          @Override
          public void pause(Duration time) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    try (Store store = store(interrupted)) {
      assertThatThrownBy(
              () ->
                  store
                      .transactions()
                      .run(
                          connection -> {
                            throw new SQLException("made up", "08006");
                          }))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_run_outlives_a_server_that_goes_away_and_comes_back() throws IOException {
    Deque<EmbeddedPostgres> servers = new ArrayDeque<>(List.of(started(0)));
    int port = servers.element().getPort();
    Virtual restarting =
        new Virtual() {
          @Override
          public void pause(Duration time) throws InterruptedException {
            super.pause(time);
            if (pauses.size() == 2) {
              servers.push(started(port));
            }
          }
        };
    StoreLocation location =
        new StoreLocation(servers.element().getJdbcUrl("postgres", "postgres"), null, null);
    try (Store store = Store.open(location, StoreOptions.DEFAULT, restarting);
        Chronicle chronicle =
            store.begin(Made.header("team", "one", Made.FIRST_NIGHT), List.of())) {
      chronicle.compare(List.of(Made.well("t1", Made.about("r1", "t1", null, null))));
      servers.element().close();
      assertThat(chronicle.compareAcross(List.of(), Set.of(), Set.of())).isEmpty();
      assertThat(chronicle.commit(Made.TOTALS, Made.FIRST_NIGHT)).isEqualTo(new Changes(1, 0, 0));
      assertThat(restarting.pauses).hasSizeGreaterThanOrEqualTo(2);
      assertThat(store.archive().changes(store.archive().named("one").get(0))).hasSize(1);
    } finally {
      servers.element().close();
    }
  }

  private EmbeddedPostgres started(int port) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("server"))
            .setCleanDataDirectory(false);
    try {
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
