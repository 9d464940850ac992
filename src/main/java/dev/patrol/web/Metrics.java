package dev.patrol.web;

import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what schedules do, for Prometheus. Safe for use by several threads. */
public final class Metrics {
  private static final String SCHEDULE = "schedule";
  private static final double MILLIS = 1000.0;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter runs =
      Counter.builder()
          .name("patrol_runs_total")
          .help("Runs that ended, by how they ended.")
          .labelNames(SCHEDULE, "outcome")
          .register(registry);
  private final Counter requests =
      Counter.builder()
          .name("patrol_requests_sent_total")
          .help("Requests sent to the audited service, retries included.")
          .labelNames(SCHEDULE)
          .register(registry);
  private final Gauge inProgress =
      gauge("patrol_run_in_progress", "Whether a run is under way on this node.", SCHEDULE);
  private final Gauge duration =
      gauge("patrol_run_duration_seconds", "How long the last run took.", SCHEDULE);
  private final Gauge success =
      gauge(
          "patrol_run_last_success_timestamp_seconds",
          "When the last run that published a report ended.",
          SCHEDULE);
  private final Gauge next =
      gauge("patrol_schedule_next_timestamp_seconds", "When the schedule comes up next.", SCHEDULE);
  private final Gauge tokens =
      gauge("patrol_tokens", "Tokens of the last report, by state.", SCHEDULE, "state");
  private final Gauge endpoints =
      gauge("patrol_endpoints", "Endpoints of the last report, by verdict.", SCHEDULE, "verdict");
  private final Gauge findings =
      gauge(
          "patrol_findings",
          "Findings of the last report, by severity and status.",
          SCHEDULE,
          "severity",
          "status");

  /** A run of the schedule begins or goes on. */
  public void began(String schedule) {
    inProgress.labelValues(schedule).set(1);
  }

  /**
   * A run of the schedule ends.
   *
   * @param outcome a word for how
   * @param published whether it came to a report
   */
  public void ended(
      String schedule, String outcome, boolean published, Instant time, Duration took) {
    inProgress.labelValues(schedule).set(0);
    runs.labelValues(schedule, outcome).inc();
    duration.labelValues(schedule).set(took.toMillis() / MILLIS);
    if (published) {
      success.labelValues(schedule).set(time.toEpochMilli() / MILLIS);
    }
  }

  /** So many requests were sent for the schedule, besides those counted before. */
  public void requests(String schedule, long sent) {
    requests.labelValues(schedule).inc(sent);
  }

  /** What the schedule's newest report counts. */
  public void report(String schedule, Map<TokenState, Long> states, Map<Verdict, Long> verdicts) {
    states.forEach(
        (state, count) -> tokens.labelValues(schedule, label(state)).set((double) count));
    verdicts.forEach(
        (verdict, count) -> endpoints.labelValues(schedule, label(verdict)).set((double) count));
  }

  /** How many findings of each status and severity the schedule's newest report has. */
  public void findings(String schedule, Map<FindingStatus, Map<Severity, Long>> found) {
    found.forEach(
        (status, counts) ->
            counts.forEach(
                (severity, count) ->
                    findings
                        .labelValues(schedule, severity.id(), status.id())
                        .set((double) count)));
  }

  /** When the schedule comes up next; null when it does not. */
  void next(String schedule, @Nullable Instant time) {
    if (time == null) {
      next.remove(schedule);
    } else {
      next.labelValues(schedule).set(time.toEpochMilli() / MILLIS);
    }
  }

  /** All of it as Prometheus reads it, in UTF-8. */
  byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }

  private Gauge gauge(String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
