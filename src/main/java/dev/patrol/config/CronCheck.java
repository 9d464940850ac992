package dev.patrol.config;

import java.time.ZoneId;
import java.util.Optional;

/** Knows what cron expressions look like. */
@FunctionalInterface
public interface CronCheck {
  /** Takes any text: for those who read the settings and never run a schedule. */
  CronCheck NONE = (cron, zone) -> Optional.empty();

  /** What was expected in place of the expression; empty when it can be used. */
  Optional<String> expected(String cron, ZoneId zone);
}
