package dev.patrol.cli;

import dev.patrol.audit.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs every tenth of an audit that nobody watches. */
final class LoggedProgress implements Progress {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

  private final String schedule;
  private final String run;
  private long all;
  private long tenths;

  LoggedProgress(String schedule, String run) {
    this.schedule = schedule;
    this.run = run;
  }

  @Override
  public void began(long tokens) {
    all = tokens;
  }

  @Override
  public void reached(long tokens) {
    if (all > 0 && tokens * 10 / all > tenths) {
      tenths = tokens * 10 / all;
      LOG.info(
          "schedule {}: run {}: {} %, {} of {} tokens", schedule, run, tenths * 10, tokens, all);
    }
  }
}
