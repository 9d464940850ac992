package dev.patrol.schedule;

import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when a schedule's time has passed without a run. */
final class MissedTimes extends TriggerListenerSupport {
  private static final Logger LOG = LoggerFactory.getLogger(MissedTimes.class);

  @Override
  public String getName() {
    return "missed times";
  }

  @Override
  public void triggerMisfired(Trigger trigger) {
    if (trigger.getKey().getGroup().equals(Keys.SCHEDULE)) {
      LOG.info(
          "schedule {}: missed its time {}; it runs once now",
          trigger.getKey().getName(),
          trigger.getNextFireTime() == null ? "" : trigger.getNextFireTime().toInstant());
    }
  }
}
