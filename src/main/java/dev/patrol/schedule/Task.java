package dev.patrol.schedule;

/** Does the work when its time has come. */
@FunctionalInterface
public interface Task {
  /**
   * Does one piece of work. Called on several threads at one time, though never twice at one time
   * for the same schedule or the same work. What is thrown is logged and ends this work alone.
   *
   * @param work what to do; the same work may come again after a crash, so doing it twice must not
   *     harm
   * @param shift tells when to stop, and takes further work
   * @throws java.util.concurrent.CancellationException when the work was cut short: it comes again,
   *     {@code recovering}, when the scheduler is started the next time, or in a minute when it
   *     does not end at all
   */
  void run(Work work, Shift shift) throws Exception;
}
