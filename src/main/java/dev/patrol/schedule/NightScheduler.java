package dev.patrol.schedule;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks at their times, from a database that outlives the process. Several on one PostgreSQL
 * database share the work. One that is not started can still be asked and told things, from another
 * process too.
 */
public final class NightScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NightScheduler.class);

  /** Far more than it takes to say in the database that a job is done. */
  private static final Duration LONGEST_END = Duration.ofSeconds(15);

  private final Scheduler scheduler;
  private final StoreThreads loop;
  private final Clock clock;
  private final Plan plan;
  private final WorkQueue queue;
  private final NodeTables nodes;
  private final Watchdog watchdog;
  private final RunningTasks running = new RunningTasks();
  private @Nullable Rounds rounds;
  private boolean closed;

  private NightScheduler(Scheduler scheduler, StoreThreads loop, DataSource database, Clock clock) {
    this.scheduler = scheduler;
    this.loop = loop;
    this.clock = clock;
    this.plan = new Plan(scheduler, clock);
    this.queue = new WorkQueue(scheduler);
    this.nodes = new NodeTables(database);
    this.watchdog = new Watchdog(plan, queue, nodes, clock);
  }

  /**
   * Opens the schedules of a database; nothing runs yet.
   *
   * @param database H2 or PostgreSQL with the tables of {@code db/migration}; stays open. Its pool
   *     needs as many connections as there are threads and three more
   * @param clock tells the time in which schedules are planned and watched; Quartz fires by the
   *     system's
   * @param threads how many tasks run at one time
   * @throws java.io.UncheckedIOException when the database fails
   */
  public static NightScheduler open(DataSource database, Clock clock, int threads) {
    StoreThreads loop = new StoreThreads();
    Scheduler scheduler =
        QuartzCall.ask("open the database", () -> QuartzSetUp.scheduler(database, threads, loop));
    return new NightScheduler(scheduler, loop, database, clock);
  }

  /**
   * Makes the timetables the only ones. One that is there already with the same times is left as it
   * is, with what it has missed; one with other times begins anew. Whether a schedule is paused
   * stays.
   *
   * @throws ProblemsException when one of them never comes up again
   * @throws java.io.UncheckedIOException when the database fails
   */
  public void put(Collection<Timetable> timetables) {
    refuseEnded(timetables);
    Set<String> names = timetables.stream().map(Timetable::name).collect(Collectors.toSet());
    QuartzCall.run(
        "change the timetables",
        () -> {
          for (Timetable timetable : timetables) {
            putAmongNodes(timetable);
          }
          for (String name : plan.names()) {
            if (!names.contains(name)) {
              plan.remove(name);
            }
          }
        });
    watchdog.know(timetables);
  }

  /**
   * Starts working: what was missed or cut short runs at once, each once.
   *
   * @param task does the work
   * @throws java.io.UncheckedIOException when the database fails
   */
  public void start(Task task) {
    start(task, () -> {});
  }

  /**
   * As {@link #start(Task)}, and does something once a minute beside the work.
   *
   * @param everyMinute must not take long; what it throws is logged
   * @throws java.io.UncheckedIOException when the database fails
   */
  public synchronized void start(Task task, Runnable everyMinute) {
    QuartzCall.run(
        "be started",
        () -> {
          scheduler.setJobFactory((fired, self) -> new TaskJob(task, running, queue, clock));
          scheduler.getListenerManager().addTriggerListener(new MissedTimes());
          scheduler.getListenerManager().addSchedulerListener(new Outages());
          scheduler.start();
        });
    rounds = Rounds.start(watchdog, everyMinute);
  }

  /** Hands in work, as {@link Shift#submit} does. */
  public boolean submit(Work work, Instant notBefore) {
    return queue.submit(work, notBefore);
  }

  /**
   * All schedules by name.
   *
   * @throws java.io.UncheckedIOException when the database fails
   */
  public List<TimetableState> list() {
    Map<String, String> busy = nodes.running();
    Set<String> stale = watchdog.suspects();
    List<TimetableState> states = new ArrayList<>();
    QuartzCall.run(
        "be listed",
        () -> {
          for (String name : plan.names()) {
            List<Instant> next = plan.next(name);
            boolean paused = plan.isPaused(name);
            @Nullable Instant previous = plan.previous(name);
            plan.timetable(name)
                .ifPresent(
                    timetable ->
                        states.add(
                            new TimetableState(
                                timetable,
                                paused || next.isEmpty() ? null : next.get(0),
                                previous,
                                paused,
                                busy.get(name),
                                stale.contains(name))));
          }
        });
    return List.copyOf(states);
  }

  /**
   * Lets a schedule's work begin now, or after what it is doing; also when it is paused.
   *
   * @throws ProblemsException when there is no such schedule
   * @throws java.io.UncheckedIOException when the database fails
   */
  public void runNow(String name) {
    require(name);
    queue.now(name, clock.instant());
  }

  /**
   * Lets a schedule's times pass from now on; what it has begun goes on.
   *
   * @throws ProblemsException when there is no such schedule
   * @throws java.io.UncheckedIOException when the database fails
   */
  public void pause(String name) {
    require(name);
    QuartzCall.run("pause " + name, () -> plan.pause(name));
  }

  /**
   * Lets a paused schedule come up again, for the first time at its next one from now.
   *
   * @throws ProblemsException when there is no such schedule
   * @throws java.io.UncheckedIOException when the database fails
   */
  public void resume(String name) {
    require(name);
    QuartzCall.run("resume " + name, () -> plan.resume(name));
  }

  /**
   * The names of the nodes that work now, sorted.
   *
   * @throws java.io.UncheckedIOException when the database fails
   */
  public List<String> nodes() {
    return nodes.alive(clock.instant());
  }

  /** The name of this node. */
  public String node() {
    return QuartzCall.ask("tell its name", scheduler::getSchedulerInstanceId);
  }

  /** Whether this node takes work. */
  public boolean isRunning() {
    return QuartzCall.ask(
        "tell its state",
        () -> scheduler.isStarted() && !scheduler.isInStandbyMode() && !scheduler.isShutdown());
  }

  /**
   * Tells the running tasks to stop, waits for them as long as they need, and ends. Those that say
   * that they were cut short go on at the next start.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      scheduler.standby();
      running.end();
      if (rounds != null) {
        rounds.close();
      }
      running.await();
    } catch (SchedulerException e) {
      throw QuartzCall.failure("be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // Its threads still have to say in the database that their jobs are done.
      boolean wait = !Thread.currentThread().isInterrupted();
      boolean ended = end(wait);
      if (rounds != null && wait && ended) {
        leave();
      }
    }
  }

  /**
   * Ends Quartz. A job that it hands to a thread at this very moment never runs, and Quartz would
   * wait for it without end; what it left in the database is recovered at the next start.
   *
   * @return whether it has ended
   */
  private boolean end(boolean wait) {
    Thread end =
        new Thread(
            () -> QuartzCall.run("be closed", () -> scheduler.shutdown(wait)),
            "end of the scheduler");
    end.setDaemon(true);
    end.start();
    try {
      end.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !end.isAlive();
  }

  private void leave() {
    try {
      loop.join();
      nodes.leave(node());
    } catch (SQLException e) {
      LOG.debug("this node is listed until others miss it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Another node that starts at the same time may put the same timetable first. */
  private void putAmongNodes(Timetable timetable) throws SchedulerException {
    try {
      plan.put(timetable);
    } catch (ObjectAlreadyExistsException e) {
      plan.put(timetable);
    }
  }

  private void refuseEnded(Collection<Timetable> timetables) {
    List<Problem> ended =
        timetables.stream()
            .filter(timetable -> timetable.next(clock.instant()).isEmpty())
            .map(
                timetable ->
                    Problem.in(
                        "schedules." + timetable.name(),
                        "cron: expected a time that comes again, got \"" + timetable.cron() + '"'))
            .toList();
    if (!ended.isEmpty()) {
      throw new ProblemsException(ended);
    }
  }

  private void require(String name) {
    SortedSet<String> names = QuartzCall.ask("be listed", plan::names);
    if (!names.contains(name)) {
      throw new ProblemsException(
          Problem.in(
              "schedules",
              (names.isEmpty()
                      ? "expected one, found none"
                      : "expected one of " + String.join(", ", names))
                  + ", got \""
                  + name
                  + '"'));
    }
  }
}
