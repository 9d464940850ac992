package dev.patrol.schedule;

import java.time.Instant;

/**
 * The time in which a scheduler works, as a task sees it. Its end is told by this object and never
 * by an interrupt, which could close an embedded database's file under everybody's feet.
 */
public interface Shift {
  /**
   * Calls the action when the shift ends, at once when it is ending already; on another thread than
   * the task's.
   *
   * @return forgets the action when closed
   */
  Registration whenEnding(Runnable action);

  /**
   * Hands in work for any node. It is kept until it is done, also through a crash. Equal work that
   * waits or runs is one: handing it in again changes nothing, except from within this very work,
   * which then runs once more.
   *
   * @param notBefore when it may begin
   * @return whether it was taken; false when equal work was there
   * @throws java.io.UncheckedIOException when the database cannot take it
   */
  boolean submit(Work work, Instant notBefore);

  /** Something to be called later. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
