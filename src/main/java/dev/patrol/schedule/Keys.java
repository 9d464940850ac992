package dev.patrol.schedule;

import java.util.List;
import java.util.Optional;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/**
 * How schedules and work are named in the database; other versions of the product read these names
 * too.
 */
final class Keys {
  /** The group of the schedules: their jobs, and the triggers by cron. */
  static final String SCHEDULE = "schedule";

  /** The group of the triggers that make up for a time that the clocks left out. */
  static final String GAP = "gap";

  /** The group of the triggers that somebody asked for. */
  static final String NOW = "now";

  /** The group of the work that tasks have handed in: its jobs, and the triggers of those. */
  static final String WORK = "work";

  /** The group of the triggers of work that was cut short, or hands itself in again. */
  static final String AGAIN = "again";

  private Keys() {}

  static JobKey schedule(String name) {
    return new JobKey(name, SCHEDULE);
  }

  static TriggerKey cron(String name) {
    return new TriggerKey(name, SCHEDULE);
  }

  static TriggerKey gap(String name) {
    return new TriggerKey(name, GAP);
  }

  static TriggerKey now(String name) {
    return new TriggerKey(name, NOW);
  }

  /** The schedule that a job works for; empty for the jobs of other versions of the product. */
  static Optional<String> schedule(JobKey job) {
    return switch (job.getGroup()) {
      case SCHEDULE -> Optional.of(job.getName());
      case WORK -> Work.scheduleIn(job.getName());
      default -> Optional.empty();
    };
  }

  static JobKey work(Work work) {
    return new JobKey(work.key(), WORK);
  }

  static TriggerKey firstTime(Work work) {
    return new TriggerKey(work.key(), WORK);
  }

  /** Differs for jobs of different groups. */
  static TriggerKey again(JobKey job) {
    return new TriggerKey(job.getName(), AGAIN + "-" + job.getGroup());
  }

  /** What belongs to the schedule and goes where it goes. */
  static List<TriggerKey> planned(String name) {
    return List.of(cron(name), gap(name));
  }
}
