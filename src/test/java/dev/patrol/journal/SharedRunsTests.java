package dev.patrol.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.history.StoreOptions;
import dev.patrol.journal.SharedRuns.State;
import dev.patrol.journal.SharedRuns.Taken;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that several nodes work on, on each of the databases. */
abstract class SharedRunsTests {
  private static final int NODES = 4;
  private static final List<String> ODD =
      List.of("t".repeat(100_000), "令牌 \t'\";%_\\", "\u0000", " ", "T", "t", "😀");

  private final Store store;
  private final SharedRuns runs;
  private final ExecutorService nodes = Executors.newFixedThreadPool(NODES);

  SharedRunsTests(StoreLocation location) {
    store = Store.open(location, StoreOptions.DEFAULT.withConnections(2 * NODES));
    runs = new SharedRuns(database());
  }

  @AfterEach
  void close() {
    nodes.shutdownNow();
    store.close();
  }

  private Database database() {
    return new Database() {
      @Override
      public <T> T run(Work<T> work) {
        return store.transactions().run(work::run);
      }
    };
  }

  private static List<Part> parts(int count) {
    return IntStream.range(0, count).mapToObj(number -> new Part(number, 32 * number, 32)).toList();
  }

  private void begin(String run, int parts) {
    assertThat(runs.begin("of " + run, run, "nightly", "{\"id\":\"" + run + "\"}", parts(parts)))
        .isEqualTo(run);
  }

  /** What all nodes come to when they do it at one moment. */
  private <T> List<T> together(List<Callable<T>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(work.size());
    List<Future<T>> results = new ArrayList<>();
    for (Callable<T> each : work) {
      results.add(
          nodes.submit(
              () -> {
                start.await();
                return each.call();
              }));
    }
    List<T> all = new ArrayList<>();
    for (Future<T> result : results) {
      all.add(result.get());
    }
    return all;
  }

  private long rows(String table) {
    return store
        .transactions()
        .run(
            connection -> {
              try (var statement = connection.createStatement();
                  var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                return rows.getLong(1);
              }
            });
  }

  @Test
  void an_inventory_has_one_run_at_a_time() {
    assertThat(runs.begin("team", "r1", "nightly", "{}", parts(2))).isEqualTo("r1");
    assertThat(runs.begin("team", "r2", "nightly", "{}", parts(9))).isEqualTo("r1");
    assertThat(runs.begin("team", "r1", "nightly", "{\"other\":1}", parts(9)))
        .as("begun again after a crash")
        .isEqualTo("r1");
    assertThat(runs.header("r1")).contains("{}");
    assertThat(runs.header("r2")).isEmpty();
    assertThat(runs.runOf("team")).contains("r1");
    assertThat(runs.open("r1")).containsExactly(0, 1);
    assertThat(runs.begin("team of others", "r2", "nightly", "{}", parts(1))).isEqualTo("r2");
  }

  @Test
  void who_begins_at_the_same_moment_and_comes_second_hears_of_the_first() {
    SharedRuns late = new SharedRuns(interrupted("INSERT INTO shared_run", () -> begin("r1", 3)));
    assertThat(late.begin("of r1", "r2", "nightly", "{}", parts(1))).isEqualTo("r1");
    assertThat(runs.header("r2")).isEmpty();
    assertThat(runs.open("r2")).isEmpty();
    assertThat(runs.open("r1")).containsExactly(0, 1, 2);
  }

  /** Lets something happen just before a statement. */
  private Database interrupted(String statement, Runnable event) {
    return new Database() {
      private boolean happened;

      @Override
      public <T> T run(Work<T> work) {
        return store.transactions().run(connection -> work.run(watched(connection)));
      }

      private Connection watched(Connection connection) {
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (!happened
                      && arguments != null
                      && arguments[0].toString().startsWith(statement)) {
                    happened = true;
                    event.run();
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
      }
    };
  }

  @Test
  void the_last_part_hears_that_all_are_done() {
    begin("r1", 3);
    assertThat(runs.finish("r1", runs.take("r1", 1))).isEqualTo(State.DONE);
    assertThat(runs.take("r1", 1).state()).isEqualTo(State.DONE);
    Taken first = runs.take("r1", 0);
    assertThat(first).isEqualTo(new Taken(State.OPEN, new Part(0, 0, 32), 1));
    assertThat(runs.finish("r1", first)).isEqualTo(State.DONE);
    assertThat(runs.open("r1")).containsExactly(2);
    assertThat(runs.finish("r1", runs.take("r1", 2))).isEqualTo(State.ALL_DONE);
    assertThat(runs.take("r1", 0).state()).as("recovered after a crash").isEqualTo(State.ALL_DONE);
    assertThat(runs.open("r1")).isEmpty();
  }

  @Test
  void of_parts_that_end_at_one_moment_exactly_one_hears_that_all_are_done() throws Exception {
    for (int round = 0; round < 10; round++) {
      String run = "r" + round;
      begin(run, NODES);
      List<Callable<State>> ends =
          IntStream.range(0, NODES)
              .mapToObj(part -> runs.take(run, part))
              .map(taken -> (Callable<State>) () -> runs.finish(run, taken))
              .toList();
      assertThat(together(ends))
          .containsOnlyOnce(State.ALL_DONE)
          .containsOnly(State.DONE, State.ALL_DONE);
    }
  }

  @Test
  void who_was_overtaken_keeps_nothing_more() {
    begin("r1", 1);
    Taken older = runs.take("r1", 0);
    try (Journal overtaken = runs.journal("r1", older)) {
      overtaken.keepReply("t1", "q1", "1");
      overtaken.keepDossier("t0", "0");
      Taken newer = runs.take("r1", 0);
      assertThat(newer.attempt()).isEqualTo(older.attempt() + 1);
      assertThatThrownBy(() -> overtaken.keepReply("t1", "q2", "2"))
          .isInstanceOf(Overtaken.class)
          .hasMessage("part 0 of run r1 was taken over by another node");
      assertThatThrownBy(() -> overtaken.keepDossier("t1", "3")).isInstanceOf(Overtaken.class);
      assertThatThrownBy(() -> runs.finish("r1", older)).isInstanceOf(Overtaken.class);
      assertThat(runs.open("r1")).containsExactly(0);
      try (Journal journal = runs.journal("r1", newer)) {
        assertThat(journal.reply("t1", "q1")).contains("1");
        assertThat(journal.reply("t1", "q2")).isEmpty();
        assertThat(journal.dossier("t0")).contains("0");
        assertThat(journal.dossier("t1")).isEmpty();
        journal.keepDossier("t1", "4");
      }
      assertThat(runs.finish("r1", newer)).isEqualTo(State.ALL_DONE);
    }
    assertThat(runs.dossiers("r1").dossier("t1")).contains("4");
    assertThat(rows("shared_reply")).isEqualTo(1);
  }

  @Test
  void nothing_is_kept_of_a_run_that_is_over() {
    begin("r1", 1);
    Taken taken = runs.take("r1", 0);
    try (Journal journal = runs.journal("r1", taken)) {
      runs.end("r1");
      assertThatThrownBy(() -> journal.keepDossier("t1", "1")).isInstanceOf(Overtaken.class);
      assertThatThrownBy(() -> runs.finish("r1", taken)).isInstanceOf(Overtaken.class);
    }
    assertThat(runs.take("r1", 0).state()).isEqualTo(State.GONE);
    assertThat(rows("shared_dossier")).isZero();
  }

  @Test
  void the_end_of_a_run_is_its_own() {
    for (String run : List.of("r1", "r2")) {
      begin(run, 2);
      try (Journal journal = runs.journal(run, runs.take(run, 0))) {
        journal.keepReply("t1", "q1", "1");
        journal.keepDossier("t1", "2");
      }
    }
    runs.end("r1");
    runs.end("r1");
    assertThat(runs.header("r1")).isEmpty();
    assertThat(runs.runOf("of r1")).isEmpty();
    assertThat(runs.header("r2")).contains("{\"id\":\"r2\"}");
    assertThat(runs.open("r2")).containsExactly(0, 1);
    assertThat(runs.dossiers("r2").dossier("t1")).contains("2");
    assertThat(List.of(rows("shared_run"), rows("shared_part"))).containsExactly(1L, 2L);
    assertThat(List.of(rows("shared_dossier"), rows("shared_reply"))).containsExactly(1L, 1L);
    begin("r1", 1);
    assertThat(runs.dossiers("r1").dossier("t1")).isEmpty();
  }

  @Test
  void what_is_kept_twice_is_kept_once() {
    begin("r1", 1);
    try (Journal journal = runs.journal("r1", runs.take("r1", 0))) {
      journal.keepReply("t1", "q1", "1");
      journal.keepReply("t1", "q1", "2");
      journal.keepDossier("t1", "3");
      journal.keepDossier("t1", "4");
    }
    try (Journal journal = runs.journal("r1", runs.take("r1", 0))) {
      assertThat(journal.reply("t1", "q1")).contains("1");
      assertThat(journal.dossier("t1")).contains("3");
    }
    assertThat(List.of(rows("shared_reply"), rows("shared_dossier"))).containsExactly(1L, 1L);
  }

  @Test
  void tokens_may_be_called_anything() {
    begin("r1", 1);
    try (Journal journal = runs.journal("r1", runs.take("r1", 0))) {
      for (String token : ODD) {
        journal.keepReply(token, "q1", "[" + ODD.indexOf(token) + ",\"知\\u0000\"]");
        journal.keepDossier(token, "{\"d\":" + ODD.indexOf(token) + "}");
      }
    }
    try (Journal again = runs.journal("r1", runs.take("r1", 0))) {
      for (String token : ODD) {
        assertThat(again.reply(token, "q1")).contains("[" + ODD.indexOf(token) + ",\"知\\u0000\"]");
        assertThat(again.dossier(token)).contains("{\"d\":" + ODD.indexOf(token) + "}");
        assertThat(runs.dossiers("r1").dossier(token)).isEqualTo(again.dossier(token));
      }
    }
    String name = "/srv/" + "知".repeat(50_000);
    assertThat(runs.begin(name, "r2", "nightly", "{}", parts(1))).isEqualTo("r2");
    assertThat(runs.begin(name + "2", "r3", "nightly", "{}", parts(1))).isEqualTo("r3");
  }

  @Test
  void what_threads_keep_at_one_time_is_there_for_the_next_node() throws Exception {
    begin("r1", 1);
    Set<String> kept = Collections.synchronizedSet(new HashSet<>());
    try (Journal journal = runs.journal("r1", runs.take("r1", 0))) {
      List<Callable<Boolean>> workers =
          IntStream.range(0, NODES)
              .<Callable<Boolean>>mapToObj(
                  node ->
                      () -> {
                        for (int i = 0; i < 50; i++) {
                          journal.keepReply("t" + i, "q" + node, "\"" + node + "-" + i + "\"");
                          kept.add(node + "-" + i);
                        }
                        return true;
                      })
              .toList();
      assertThat(together(workers)).containsOnly(true);
    }
    assertThat(kept).hasSize(50 * NODES);
    try (Journal next = runs.journal("r1", runs.take("r1", 0))) {
      for (int i = 0; i < 50; i++) {
        for (int node = 0; node < NODES; node++) {
          assertThat(next.reply("t" + i, "q" + node)).contains("\"" + node + "-" + i + "\"");
        }
      }
    }
  }

  @Test
  void a_journal_that_is_closed_takes_nothing_and_holds_nobody_up() {
    begin("r1", 1);
    Journal journal = runs.journal("r1", runs.take("r1", 0));
    journal.close();
    Future<?> closed = nodes.submit(journal::close);
    assertThat(closed).succeedsWithin(Duration.ofSeconds(30));
    Future<?> late = nodes.submit(() -> journal.keepReply("t1", "q1", "1"));
    assertThat(late)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withCauseInstanceOf(IllegalStateException.class)
        .withMessageContaining("the journal of run r1 is closed");
    assertThat(rows("shared_reply")).isZero();
  }
}
