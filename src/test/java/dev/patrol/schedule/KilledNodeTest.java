package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kills real processes in the middle of their work. */
@Execution(ExecutionMode.CONCURRENT)
class KilledNodeTest {
  private static final Work SHARD = new Work("shard", "nightly", "r1", 3, false);
  private static final String AGAIN = "shard nightly, run r1, part 3, again";

  @Test
  void a_killed_process_goes_on_at_its_next_start(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("store");
    String run;
    try (Node node = Node.start(file.toString())) {
      assertThat(node.next()).isEqualTo("ready");
      try (HikariDataSource database = Databases.h2(file);
          NightScheduler commands = NightScheduler.open(database, Clock.systemUTC(), 1)) {
        commands.runNow("nightly");
        run = node.next();
        assertThat(run).startsWith("audit nightly, run nightly-").doesNotEndWith("again");
        commands.submit(SHARD, Instant.now());
        assertThat(node.next()).isEqualTo(SHARD.toString());
      }
      node.kill();
    }
    try (HikariDataSource database = Databases.h2(file);
        NightScheduler scheduler = NightScheduler.open(database, Clock.systemUTC(), 2)) {
      RecordingTask task = new RecordingTask();
      scheduler.start(task);
      assertThat(List.of(task.nextDone().toString(), task.nextDone().toString()))
          .containsExactlyInAnyOrder(run + ", again", AGAIN);
      assertThat(task.otherBegun()).hasSize(2);
    }
  }

  @Test
  void another_node_takes_over_from_a_killed_one() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        HikariDataSource database =
            Databases.postgresql(postgres.getJdbcUrl("postgres", "postgres"));
        NightScheduler scheduler = NightScheduler.open(database, Clock.systemUTC(), 2);
        Node node = Node.start(postgres.getJdbcUrl("postgres", "postgres"))) {
      assertThat(node.next()).isEqualTo("ready");
      scheduler.runNow("nightly");
      String run = node.next();
      scheduler.submit(SHARD, Instant.now());
      assertThat(node.next()).isEqualTo(SHARD.toString());
      RecordingTask task = new RecordingTask();
      scheduler.start(task);
      assertThat(scheduler.nodes()).hasSize(2).contains(scheduler.node());
      String other = scheduler.list().get(0).node();
      assertThat(scheduler.nodes()).contains(other).isNotEqualTo(scheduler.node());

      node.kill();
      assertThat(List.of(task.nextDone().toString(), task.nextDone().toString()))
          .containsExactlyInAnyOrder(run + ", again", AGAIN);
      assertThat(task.otherBegun()).hasSize(2);
    }
  }
}
