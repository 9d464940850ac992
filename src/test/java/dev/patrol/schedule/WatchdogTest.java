package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

class WatchdogTest {
  private static final Timetable NIGHTLY = new Timetable("nightly", "0 30 2 * * ?", ZoneOffset.UTC);

  private final HikariDataSource database;
  private final StoreThreads loop = new StoreThreads();
  private final Scheduler quartz;
  private final Plan plan;
  private final Watchdog watchdog;

  WatchdogTest(@TempDir Path folder) throws SchedulerException {
    this.database = Databases.h2(folder.resolve("store"));
    this.quartz = QuartzSetUp.scheduler(database, 1, loop);
    Clock clock = Clock.systemUTC();
    this.plan = new Plan(quartz, clock);
    this.watchdog = new Watchdog(plan, new WorkQueue(quartz), new NodeTables(database), clock);
    plan.put(NIGHTLY);
    watchdog.know(List.of(NIGHTLY));
  }

  @AfterEach
  void close() throws Exception {
    quartz.shutdown(true);
    loop.join();
    database.close();
  }

  @Test
  void a_sound_schedule_is_left_alone() throws SchedulerException {
    Instant next = plan.nextByCron("nightly");
    watchdog.look();
    watchdog.look();
    assertThat(watchdog.suspects()).isEmpty();
    assertThat(plan.nextByCron("nightly")).isEqualTo(next);
    assertThat(quartz.checkExists(Keys.now("nightly"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NEXT_FIRE_TIME = 1700000000000 | true",
        "NEXT_FIRE_TIME = 1700000000000, TRIGGER_STATE = 'ACQUIRED' | true",
        "NEXT_FIRE_TIME = 1700000000000, TRIGGER_STATE = 'BLOCKED' | true",
        "NEXT_FIRE_TIME = 1700000000000, TRIGGER_STATE = 'ERROR' | true",
        "NEXT_FIRE_TIME = 4700000000000 | false",
        "TRIGGER_STATE = 'ERROR' | false",
        "TRIGGER_STATE = 'COMPLETE' | false",
      })
  void a_schedule_that_is_lost_is_repaired_at_the_second_look(String damage, boolean missed)
      throws SchedulerException, SQLException {
    change("UPDATE QRTZ_TRIGGERS SET " + damage + " WHERE TRIGGER_GROUP = 'schedule'");
    watchdog.look();
    assertThat(watchdog.suspects()).containsExactly("nightly");
    watchdog.look();
    assertThat(watchdog.suspects()).isEmpty();
    assertThat(plan.nextByCron("nightly")).isEqualTo(NIGHTLY.next(Instant.now()).orElseThrow());
    assertThat(quartz.checkExists(Keys.now("nightly"))).isEqualTo(missed);
    watchdog.look();
    assertThat(watchdog.suspects()).isEmpty();
  }

  @Test
  void a_trigger_that_is_gone_comes_back() throws SchedulerException {
    quartz.unscheduleJob(Keys.cron("nightly"));
    watchdog.look();
    watchdog.look();
    assertThat(plan.nextByCron("nightly")).isEqualTo(NIGHTLY.next(Instant.now()).orElseThrow());
    assertThat(quartz.checkExists(Keys.now("nightly"))).isFalse();
  }

  @Test
  void a_paused_schedule_may_be_late() throws SchedulerException, SQLException {
    plan.pause("nightly");
    change("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = 1700000000000");
    watchdog.look();
    watchdog.look();
    assertThat(plan.isPaused("nightly")).isTrue();
    assertThat(watchdog.suspects()).isEmpty();
  }

  private void change(String update) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(update)).isPositive();
      connection.commit();
    }
  }
}
