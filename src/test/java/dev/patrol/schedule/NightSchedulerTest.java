package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.patrol.problem.ProblemsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Quartz on a real H2 file. */
class NightSchedulerTest {
  private static final Timetable NIGHTLY =
      new Timetable("nightly", "0 30 2 1 1 ?", ZoneId.of("Asia/Shanghai"));
  private static final Timetable WEEKLY =
      new Timetable("weekly", "0 0 4 2 1 ?", ZoneId.of("Europe/Berlin"));
  private static final int THREADS = 2;

  private final HikariDataSource database;
  private final NightScheduler scheduler;

  NightSchedulerTest(@TempDir Path folder) {
    this.database = Databases.h2(folder.resolve("store"));
    this.scheduler = NightScheduler.open(database, Clock.systemUTC(), THREADS);
  }

  @AfterEach
  void close() {
    scheduler.close();
    database.close();
  }

  @Test
  void timetables_are_listed_as_they_were_put() {
    scheduler.put(List.of(WEEKLY, NIGHTLY));

    List<TimetableState> states = scheduler.list();
    assertThat(states).extracting(TimetableState::timetable).containsExactly(NIGHTLY, WEEKLY);
    assertThat(states)
        .allSatisfy(
            state -> {
              assertThat(state.next()).isEqualTo(state.timetable().next(Instant.now()).get());
              assertThat(state.previous()).isNull();
              assertThat(state.paused()).isFalse();
              assertThat(state.isRunning()).isFalse();
              assertThat(state.stale()).isFalse();
            });
  }

  @Test
  void putting_again_changes_removes_and_keeps_what_is_paused() {
    scheduler.put(List.of(NIGHTLY, WEEKLY));
    scheduler.pause("nightly");
    Timetable later = new Timetable("nightly", "0 30 5 1 1 ?", ZoneId.of("Europe/Berlin"));

    scheduler.put(List.of(later));
    scheduler.put(List.of(later));

    assertThat(scheduler.list())
        .containsExactly(new TimetableState(later, null, null, true, null, false));
    scheduler.resume("nightly");
    assertThat(scheduler.list().get(0).next()).isEqualTo(later.next(Instant.now()).orElseThrow());
  }

  @Test
  void a_cron_that_never_comes_again_is_refused() {
    Timetable over = new Timetable("nightly", "0 30 2 * * ? 2025", ZoneOffset.UTC);
    assertThatThrownBy(() -> scheduler.put(List.of(WEEKLY, over)))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            "schedules.nightly: cron: expected a time that comes again, got \"0 30 2 * * ?"
                + " 2025\"");
    assertThat(scheduler.list()).isEmpty();
  }

  @Test
  void an_unknown_schedule_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> scheduler.pause("nightly"))
        .isInstanceOf(ProblemsException.class)
        .hasMessage("schedules: expected one, found none, got \"nightly\"");
    scheduler.put(List.of(NIGHTLY, WEEKLY));
    assertThatThrownBy(() -> scheduler.runNow("nigthly"))
        .isInstanceOf(ProblemsException.class)
        .hasMessage("schedules: expected one of nightly, weekly, got \"nigthly\"");
  }

  @Test
  void three_missed_nights_are_one_run_at_start_up() throws Exception {
    Timetable daily = new Timetable("nightly", "0 30 2 * * ?", ZoneOffset.UTC);
    Timetable paused = new Timetable("paused", "0 30 2 * * ?", ZoneOffset.UTC);
    scheduler.put(List.of(daily, paused));
    scheduler.pause("paused");
    setNextFireTime(Instant.now().minus(Duration.ofDays(3)));
    RecordingTask task = new RecordingTask();

    scheduler.put(List.of(daily, paused));
    scheduler.start(task);

    Work work = task.nextDone();
    assertThat(work.kind()).isEqualTo("audit");
    assertThat(work.schedule()).isEqualTo("nightly");
    assertThat(work.run()).matches("nightly-[0-9]{8}T[0-9]{6}Z");
    assertThat(work.recovering()).isFalse();
    assertThat(scheduler.list().get(0).next()).isAfter(Instant.now());
    // What is asked for now comes after what was missed, so nothing else can be waiting.
    scheduler.runNow("nightly");
    task.nextDone();
    assertThat(task.otherBegun()).hasSize(2);
  }

  @Test
  void a_schedule_runs_once_at_one_time() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    RecordingTask task = RecordingTask.heldBy(latch);
    scheduler.put(List.of(NIGHTLY, WEEKLY));
    scheduler.start(task);

    scheduler.runNow("nightly");
    assertThat(task.nextBegun().schedule()).isEqualTo("nightly");
    scheduler.runNow("nightly");
    scheduler.runNow("nightly");
    scheduler.runNow("weekly");
    assertThat(task.nextBegun().schedule()).isEqualTo("weekly");
    assertThat(scheduler.list()).allMatch(TimetableState::isRunning);
    assertThat(task.otherBegun()).isEmpty();

    latch.countDown();
    assertThat(task.nextBegun().schedule()).isEqualTo("nightly");
    for (int i = 0; i < 3; i++) {
      task.nextDone();
    }
    assertThat(task.otherBegun()).isEmpty();
  }

  @Test
  void a_schedule_runs_while_a_part_of_its_run_is_worked_on() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    RecordingTask task = RecordingTask.heldBy(latch);
    scheduler.put(List.of(NIGHTLY, WEEKLY));
    scheduler.start(task);
    scheduler.submit(new Work("part", "nightly", "r1", 3, false), Instant.now());
    task.nextBegun();
    List<TimetableState> states = scheduler.list();
    latch.countDown();
    task.nextDone();
    assertThat(states).extracting(TimetableState::node).containsExactly(scheduler.node(), null);
  }

  @Test
  void a_paused_schedule_still_runs_when_asked() throws Exception {
    RecordingTask task = new RecordingTask();
    scheduler.put(List.of(NIGHTLY));
    scheduler.pause("nightly");
    scheduler.start(task);
    scheduler.runNow("nightly");
    assertThat(task.nextDone().schedule()).isEqualTo("nightly");
    assertThat(scheduler.list().get(0).paused()).isTrue();
  }

  @Test
  void what_was_missed_while_paused_stays_so() {
    Timetable daily = new Timetable("nightly", "0 30 2 * * ?", ZoneOffset.UTC);
    scheduler.put(List.of(daily));
    scheduler.pause("nightly");
    setNextFireTime(Instant.now().minus(Duration.ofDays(3)));
    scheduler.resume("nightly");
    assertThat(scheduler.list().get(0).next()).isEqualTo(daily.next(Instant.now()).orElseThrow());
  }

  @Test
  void a_failing_task_stops_neither_its_schedule_nor_another() throws Exception {
    RecordingTask task =
        new RecordingTask(
            (work, shift) -> {
              if (work.part() == 1) {
                throw new StackOverflowError("made up");
              }
            });
    scheduler.put(List.of(NIGHTLY));
    scheduler.start(task);
    scheduler.submit(new Work("shard", "nightly", "r1", 1, false), Instant.now());
    task.nextBegun();
    scheduler.submit(new Work("shard", "nightly", "r1", 2, false), Instant.now());
    assertThat(task.nextDone().part()).isEqualTo(2);
    scheduler.runNow("nightly");
    assertThat(task.nextDone().kind()).isEqualTo("audit");
  }

  @Test
  void equal_work_is_one_until_it_is_done() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    RecordingTask task = RecordingTask.heldBy(latch);
    Work shard = new Work("shard", "nightly", "nightly-20261122T183000Z", 7, false);
    assertThat(scheduler.submit(shard, Instant.now())).isTrue();
    assertThat(scheduler.submit(shard, Instant.now())).isFalse();
    assertThat(scheduler.submit(new Work("shard", "nightly", "r2", 7, true), Instant.now()))
        .isTrue();

    scheduler.start(task);
    assertThat(List.of(task.nextBegun(), task.nextBegun()))
        .containsExactlyInAnyOrder(shard, new Work("shard", "nightly", "r2", 7, true));
    assertThat(scheduler.submit(shard, Instant.now())).isFalse();
    latch.countDown();
    task.nextDone();
    task.nextDone();
    assertThat(task.otherBegun()).isEmpty();
  }

  @Test
  void work_may_hand_in_other_work_and_itself_for_later() throws Exception {
    RecordingTask task =
        new RecordingTask(
            (work, shift) -> {
              if (work.part() == 0 && !work.recovering()) {
                Work again = new Work(work.kind(), work.schedule(), work.run(), 0, true);
                assertThat(shift.submit(again, Instant.now())).isTrue();
                assertThat(shift.submit(new Work("x", "nightly", "r", 1, false), Instant.now()))
                    .isTrue();
              }
            });
    scheduler.start(task);
    scheduler.submit(new Work("x", "nightly", "r", 0, false), Instant.now());
    assertThat(List.of(task.nextDone(), task.nextDone(), task.nextDone()))
        .containsExactlyInAnyOrder(
            new Work("x", "nightly", "r", 0, false),
            new Work("x", "nightly", "r", 0, true),
            new Work("x", "nightly", "r", 1, false));
  }

  @Test
  void work_waits_for_its_time() throws Exception {
    RecordingTask task = new RecordingTask();
    scheduler.start(task);
    scheduler.submit(
        new Work("later", "nightly", "r", 1, false), Instant.now().plus(Duration.ofDays(1)));
    scheduler.submit(
        new Work("now", "nightly", "r", 1, false), Instant.now().minus(Duration.ofDays(1)));
    assertThat(task.nextDone().kind()).isEqualTo("now");
    assertThat(task.otherBegun()).hasSize(1);
  }

  @Test
  void closing_tells_the_tasks_and_keeps_what_was_cut_short() throws Exception {
    RecordingTask task =
        new RecordingTask(
            (work, shift) -> {
              CountDownLatch told = new CountDownLatch(1);
              Shift.Registration registration = shift.whenEnding(told::countDown);
              told.await();
              registration.close();
              if (work.kind().equals("audit") || work.part() == 1) {
                throw new CancellationException("cut short");
              }
            });
    scheduler.put(List.of(NIGHTLY));
    scheduler.start(task);
    scheduler.runNow("nightly");
    Work audit = task.nextBegun();
    scheduler.submit(new Work("shard", "nightly", "r", 1, false), Instant.now());
    task.nextBegun();
    scheduler.close();

    RecordingTask next = new RecordingTask();
    try (NightScheduler later = NightScheduler.open(database, Clock.systemUTC(), THREADS)) {
      later.put(List.of(NIGHTLY));
      later.start(next);
      assertThat(List.of(next.nextDone(), next.nextDone()))
          .containsExactlyInAnyOrder(
              new Work("audit", "nightly", audit.run(), 0, true),
              new Work("shard", "nightly", "r", 1, true));
    }
    assertThat(next.otherBegun()).hasSize(2);
  }

  @Test
  void one_that_has_ended_is_no_node_any_more() {
    scheduler.start(new RecordingTask());
    assertThat(scheduler.nodes()).hasSize(1);
    scheduler.close();
    assertThat(scheduler.nodes()).isEmpty();
  }

  @Test
  void another_scheduler_that_is_not_started_commands_this_one() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    RecordingTask task = RecordingTask.heldBy(latch);
    scheduler.put(List.of(NIGHTLY));
    scheduler.start(task);
    try (NightScheduler other = NightScheduler.open(database, Clock.systemUTC(), 1)) {
      assertThat(other.isRunning()).isFalse();
      other.pause("nightly");
      assertThat(scheduler.list().get(0).paused()).isTrue();
      other.runNow("nightly");
      task.nextBegun();
      assertThat(other.list().get(0).node()).isEqualTo(scheduler.node());
      assertThat(other.nodes()).containsExactly(scheduler.node());
      other.resume("nightly");
    }
    latch.countDown();
    task.nextDone();
    assertThat(scheduler.isRunning()).isTrue();
    assertThat(scheduler.list().get(0).paused()).isFalse();
  }

  @Test
  void a_gap_of_the_clocks_is_made_up_for() {
    Clock spring = Clock.fixed(Instant.parse("2099-03-28T12:00:00Z"), ZoneOffset.UTC);
    Timetable daily = new Timetable("nightly", "0 30 2 * * ?", ZoneId.of("Europe/Berlin"));
    try (NightScheduler planner = NightScheduler.open(database, spring, 1)) {
      planner.put(List.of(daily));
      setNextFireTime(Instant.parse("2099-03-30T00:30:00Z"));
      assertThat(planner.list().get(0).next()).isEqualTo("2099-03-29T01:00:00Z");
      planner.pause("nightly");
      planner.put(List.of(daily));
      assertThat(planner.list().get(0).next()).isNull();
      planner.resume("nightly");
      setNextFireTime(Instant.parse("2099-03-30T00:30:00Z"));
      assertThat(planner.list().get(0).next()).isEqualTo("2099-03-29T01:00:00Z");
    }
  }

  private void setNextFireTime(Instant time) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = ? WHERE TRIGGER_GROUP = 'schedule'")) {
      update.setLong(1, time.toEpochMilli());
      assertThat(update.executeUpdate()).isPositive();
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
