package dev.patrol.web;

/** Looks how a scheduler is, by asking its database. */
@FunctionalInterface
public interface HealthCheck {
  /**
   * Looks once; may take as long as it likes.
   *
   * @throws Exception when the database cannot be reached
   */
  Health look() throws Exception;
}
