package dev.patrol.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The schedules in the database: their jobs, cron triggers and make-up triggers. */
final class Plan {
  private final Scheduler scheduler;
  private final Clock clock;

  Plan(Scheduler scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** The names of all schedules, sorted. */
  SortedSet<String> names() throws SchedulerException {
    SortedSet<String> names = new TreeSet<>();
    for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Keys.SCHEDULE))) {
      names.add(key.getName());
    }
    return names;
  }

  /** The timetable of a schedule; empty when its trigger is gone. */
  Optional<Timetable> timetable(String name) throws SchedulerException {
    return scheduler.getTrigger(Keys.cron(name)) instanceof CronTrigger cron
        ? Optional.of(new Timetable(name, cron.getCronExpression(), cron.getTimeZone().toZoneId()))
        : Optional.empty();
  }

  /** Brings a schedule to its timetable; one that has it already is left as it is. */
  void put(Timetable timetable) throws SchedulerException {
    String name = timetable.name();
    if (!scheduler.checkExists(Keys.schedule(name))) {
      scheduler.addJob(job(name), true);
    }
    if (!timetable(name).equals(Optional.of(timetable))) {
      boolean paused = isPaused(name);
      renew(timetable);
      if (paused) {
        scheduler.pauseTrigger(Keys.cron(name));
      }
    }
    makeUp(timetable);
  }

  /** Begins the timetable anew: its next time is the first one after now. */
  void renew(Timetable timetable) throws SchedulerException {
    replace(
        TriggerBuilder.newTrigger()
            .withIdentity(Keys.cron(timetable.name()))
            .forJob(Keys.schedule(timetable.name()))
            .withSchedule(
                CronScheduleBuilder.cronSchedule(timetable.expression())
                    .withMisfireHandlingInstructionFireAndProceed())
            .build());
  }

  /** Keeps the trigger that makes up for the next time that the clocks leave out. */
  void makeUp(Timetable timetable) throws SchedulerException {
    TriggerKey key = Keys.gap(timetable.name());
    Instant now = clock.instant();
    @Nullable Instant planned = time(scheduler.getTrigger(key));
    if (planned != null && !planned.isAfter(now) && !isOverdue(timetable.name(), now)) {
      // It is about to run.
      return;
    }
    Optional<Instant> next =
        isPaused(timetable.name()) ? Optional.empty() : SkippedTimes.next(timetable, now);
    if (next.isEmpty()) {
      scheduler.unscheduleJob(key);
    } else if (!next.get().equals(planned)) {
      JobKey job = Keys.schedule(timetable.name());
      replace(WorkQueue.once(key, job, next.get()));
    }
  }

  /** Removes a schedule; what it has begun goes on. */
  void remove(String name) throws SchedulerException {
    scheduler.deleteJob(Keys.schedule(name));
  }

  void pause(String name) throws SchedulerException {
    scheduler.pauseTrigger(Keys.cron(name));
    scheduler.unscheduleJob(Keys.gap(name));
  }

  /** Goes on with the first time after now; what was missed meanwhile stays so. */
  void resume(String name) throws SchedulerException {
    if (isPaused(name)) {
      Optional<Timetable> timetable = timetable(name);
      if (timetable.isPresent()) {
        renew(timetable.get());
        makeUp(timetable.get());
      }
    }
  }

  boolean isPaused(String name) throws SchedulerException {
    return state(name) == TriggerState.PAUSED;
  }

  TriggerState state(String name) throws SchedulerException {
    return scheduler.getTriggerState(Keys.cron(name));
  }

  /** The next times of a schedule, make-up included; the earliest first. */
  List<Instant> next(String name) throws SchedulerException {
    List<Instant> times = new ArrayList<>();
    for (TriggerKey key : Keys.planned(name)) {
      @Nullable Instant time = time(scheduler.getTrigger(key));
      if (time != null) {
        times.add(time);
      }
    }
    times.sort(null);
    return times;
  }

  /** When its cron trigger fires next; null when it does not. */
  @Nullable Instant nextByCron(String name) throws SchedulerException {
    return time(scheduler.getTrigger(Keys.cron(name)));
  }

  /** When it fired last by its cron trigger; null when it never did. */
  @Nullable Instant previous(String name) throws SchedulerException {
    Trigger trigger = scheduler.getTrigger(Keys.cron(name));
    return trigger == null || trigger.getPreviousFireTime() == null
        ? null
        : trigger.getPreviousFireTime().toInstant();
  }

  private boolean isOverdue(String name, Instant now) throws SchedulerException {
    @Nullable Instant next = nextByCron(name);
    return next != null && !next.isAfter(now);
  }

  private void replace(Trigger trigger) throws SchedulerException {
    if (scheduler.rescheduleJob(trigger.getKey(), trigger) == null) {
      scheduler.scheduleJob(trigger);
    }
  }

  private static @Nullable Instant time(@Nullable Trigger trigger) {
    return trigger == null || trigger.getNextFireTime() == null
        ? null
        : trigger.getNextFireTime().toInstant();
  }

  private static JobDetail job(String name) {
    return JobBuilder.newJob(TaskJob.class)
        .withIdentity(Keys.schedule(name))
        .storeDurably()
        .requestRecovery()
        .build();
  }
}
