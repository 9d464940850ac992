package dev.patrol.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.quartz.SchedulerException;

/** Asks Quartz for something, and says what a failure of its database was about. */
final class QuartzCall {
  private QuartzCall() {}

  /** Something that needs the database. */
  interface Call<T> {
    T call() throws SchedulerException;
  }

  /** Something that needs the database and has no result. */
  interface Action {
    void run() throws SchedulerException;
  }

  /**
   * The result of the call.
   *
   * @param intent what is tried, for the message, such as {@code pause nightly}
   * @throws UncheckedIOException when the database fails
   */
  static <T> T ask(String intent, Call<T> call) {
    try {
      return call.call();
    } catch (SchedulerException e) {
      throw failure(intent, e);
    }
  }

  /**
   * Does something.
   *
   * @param intent as for {@link #ask}
   * @throws UncheckedIOException when the database fails
   */
  static void run(String intent, Action action) {
    try {
      action.run();
    } catch (SchedulerException e) {
      throw failure(intent, e);
    }
  }

  static UncheckedIOException failure(String intent, Exception e) {
    String message = "schedules: could not " + intent + ": " + e.getMessage();
    return new UncheckedIOException(new IOException(message, e));
  }
}
