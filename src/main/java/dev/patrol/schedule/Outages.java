package dev.patrol.schedule;

import org.quartz.SchedulerException;
import org.quartz.listeners.SchedulerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when the database fails under the scheduler, which goes on trying. */
final class Outages extends SchedulerListenerSupport {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  @Override
  public void schedulerError(String message, SchedulerException cause) {
    LOG.warn("the scheduler goes on trying after a failure: {}: {}", message, cause.getMessage());
    LOG.debug("failure of the scheduler", cause);
  }
}
