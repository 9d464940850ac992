package dev.patrol.schedule;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** Work that waits for its time in the database, once each. */
final class WorkQueue {
  private static final String KIND = "kind";
  private static final String SCHEDULE = "schedule";
  private static final String RUN = "run";
  private static final String PART = "part";
  private static final String RECOVERING = "recovering";

  private final Scheduler scheduler;

  WorkQueue(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Takes work; false when equal work waits or runs. */
  boolean submit(Work work, Instant notBefore) {
    JobDetail job =
        JobBuilder.newJob(TaskJob.class)
            .withIdentity(Keys.work(work))
            .usingJobData(data(work))
            .requestRecovery()
            .build();
    return QuartzCall.ask(
        "take " + work,
        () -> {
          try {
            scheduler.scheduleJob(job, once(Keys.firstTime(work), job.getKey(), notBefore));
            return true;
          } catch (ObjectAlreadyExistsException e) {
            return false;
          }
        });
  }

  /**
   * Lets a job run once more.
   *
   * @param time when, also when it is past
   * @param run the run to go on with
   */
  void again(JobKey job, Instant time, String run, boolean recovering) {
    Trigger trigger = once(Keys.again(job), job, time);
    trigger.getJobDataMap().put(RUN, run);
    trigger.getJobDataMap().put(RECOVERING, String.valueOf(recovering));
    QuartzCall.run("repeat " + job.getName(), () -> replace(trigger));
  }

  /** Runs a schedule's job now; asking twice before it begins is asking once. */
  void now(String schedule, Instant time) {
    JobKey job = Keys.schedule(schedule);
    Trigger trigger = once(Keys.now(schedule), job, time);
    QuartzCall.run("run " + schedule, () -> replace(trigger));
  }

  private void replace(Trigger trigger) throws SchedulerException {
    if (scheduler.rescheduleJob(trigger.getKey(), trigger) == null) {
      scheduler.scheduleJob(trigger);
    }
  }

  /** Whether the trigger repeats work that was begun before. */
  static boolean isRecovering(Trigger trigger) {
    return Boolean.parseBoolean(trigger.getJobDataMap().getString(RECOVERING));
  }

  /** The run that the trigger goes on with; empty when it begins one. */
  static Optional<String> run(Trigger trigger) {
    return Optional.ofNullable(trigger.getJobDataMap().getString(RUN));
  }

  /** The work as it was handed in. */
  static Work read(JobDataMap data, boolean recovering) {
    return new Work(
        data.getString(KIND),
        data.getString(SCHEDULE),
        data.getString(RUN),
        Integer.parseInt(data.getString(PART)),
        recovering || Boolean.parseBoolean(data.getString(RECOVERING)));
  }

  private static JobDataMap data(Work work) {
    JobDataMap data = new JobDataMap();
    data.put(KIND, work.kind());
    data.put(SCHEDULE, work.schedule());
    data.put(RUN, work.run());
    data.put(PART, String.valueOf(work.part()));
    data.put(RECOVERING, String.valueOf(work.recovering()));
    return data;
  }

  /** A trigger that fires once, also when its time is long past, and keeps this time. */
  static Trigger once(TriggerKey key, JobKey job, Instant time) {
    return TriggerBuilder.newTrigger()
        .withIdentity(key)
        .forJob(job)
        .startAt(Date.from(time))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
        .build();
  }
}
