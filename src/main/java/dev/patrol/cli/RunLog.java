package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how each run of a schedule ended, and when the next one comes. */
final class RunLog implements RunListener {
  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

  private final Function<String, Optional<String>> next;

  /**
   * Logs runs.
   *
   * @param next tells when a schedule comes up next
   */
  RunLog(Function<String, Optional<String>> next) {
    this.next = next;
  }

  @Override
  public void ended(
      String schedule,
      String run,
      RunOutcome outcome,
      Instant time,
      Duration took,
      @Nullable AuditOutcome result) {
    LOG.info(
        "schedule {}: run {} {} after {} s{}; next {}",
        schedule,
        run,
        outcome.word(),
        String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0),
        result == null ? "" : ": " + totals(result),
        next.apply(schedule).orElse("not planned"));
  }

  private static String totals(AuditOutcome result) {
    String severities =
        result.totals().severities().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(RunLog::count)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%d tokens, %d endpoints, %d findings%s, %d requests, %d unanswered; report %s",
        result.totals().tokens(),
        result.totals().endpoints(),
        result.totals().findings(),
        severities.isEmpty() ? "" : " (" + severities + ")",
        result.requests(),
        result.totals().unanswered(),
        result.report());
  }

  private static String count(Map.Entry<Severity, Long> entry) {
    return entry.getValue() + " " + entry.getKey().id();
  }
}
