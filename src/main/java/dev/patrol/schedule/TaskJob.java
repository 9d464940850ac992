package dev.patrol.schedule;

import dev.patrol.problem.ProblemsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task as Quartz runs it. The database knows this class by its name. */
@DisallowConcurrentExecution
final class TaskJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(TaskJob.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Task task;
  private final RunningTasks running;
  private final WorkQueue queue;
  private final Clock clock;

  TaskJob(Task task, RunningTasks running, WorkQueue queue, Clock clock) {
    this.clock = clock;
    this.task = task;
    this.running = running;
    this.queue = queue;
  }

  /** Lets nothing through: what is thrown here, Quartz would only log with a stack trace. */
  @Override
  public void execute(JobExecutionContext context) {
    Work work = work(context);
    if (!running.begin()) {
      again(context, work);
      return;
    }
    try {
      task.run(work, new OneShift(context.getJobDetail().getKey()));
    } catch (CancellationException | InterruptedException e) {
      again(context, work);
    } catch (ProblemsException e) {
      LOG.error("{}: failed: {}", work, e.getMessage());
    } catch (Throwable e) {
      // Also an error: the thread goes back to Quartz, and the next night must come.
      LOG.error("{}: failed", work, e);
    } finally {
      running.ended();
    }
  }

  /** What the schedule or the hand-in was about. */
  private static Work work(JobExecutionContext context) {
    JobDetail job = context.getJobDetail();
    boolean recovering = context.isRecovering() || WorkQueue.isRecovering(context.getTrigger());
    if (job.getKey().getGroup().equals(Keys.WORK)) {
      return WorkQueue.read(job.getJobDataMap(), recovering);
    }
    String name = job.getKey().getName();
    // A recovered trigger has the time of the one that did not come to its end.
    Instant planned = context.getScheduledFireTime().toInstant();
    String run =
        WorkQueue.run(context.getTrigger()).orElseGet(() -> name + "-" + SECOND.format(planned));
    return new Work(Work.SCHEDULED, name, run, 0, recovering);
  }

  /** Keeps work that was cut short: for the next start, or for a minute when there is no end. */
  private void again(JobExecutionContext context, Work work) {
    Instant time = clock.instant();
    Instant next = running.isEnding() ? time : time.plus(PAUSE);
    try {
      queue.again(context.getJobDetail().getKey(), next, work.run(), true);
      LOG.info(
          "{}: was cut short; it goes on {}",
          work,
          running.isEnding() ? "when the scheduler is started again" : "in a minute");
    } catch (RuntimeException e) {
      LOG.error("{}: was cut short and could not be kept", work, e);
    }
  }

  /** The shift as one task sees it. */
  private final class OneShift implements Shift {
    private final JobKey self;

    OneShift(JobKey self) {
      this.self = self;
    }

    @Override
    public Registration whenEnding(Runnable action) {
      return running.whenEnding(action);
    }

    @Override
    public boolean submit(Work work, Instant notBefore) {
      if (Keys.work(work).equals(self)) {
        queue.again(self, notBefore, work.run(), work.recovering());
        return true;
      }
      return queue.submit(work, notBefore);
    }
  }
}
