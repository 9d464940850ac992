package dev.patrol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Probed;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A planner and a probe whose requests for api.coze.cn go to a server of the test. Time stands
 * still but for waiting, which takes no time; whatever comes out is searched for the token.
 */
final class ProbeStand implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  private final ProbePlanner planner;
  private final Probe probe;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.patrol.probe");
  final VirtualTicker ticker = new VirtualTicker();
  private @Nullable Answered last;

  private ProbeStand(
      ProbeSettings settings, ReplyLog log, UnaryOperator<OkHttpClient.Builder> extra) {
    planner = Samples.planner(settings);
    probe = new OkHttpProbe(settings, Samples.MEANINGS, CLOCK, log, ticker, extra);
    logger.setLevel(Level.DEBUG);
    logged.start();
    logger.addAppender(logged);
  }

  static ProbeStand at(int port) {
    return at(port, UnaryOperator.identity());
  }

  static ProbeStand at(int port, UnaryOperator<ProbeSettings.Builder> change) {
    return to("http://127.0.0.1:" + port, change, UnaryOperator.identity());
  }

  static ProbeStand to(
      String origin,
      UnaryOperator<ProbeSettings.Builder> change,
      UnaryOperator<OkHttpClient.Builder> extra) {
    ProbeSettings.Builder settings =
        ProbeSettings.builder()
            .concurrency(4)
            .routes(List.of(new Route("api.coze.cn", URI.create(origin))));
    return new ProbeStand(change.apply(settings).build(), ReplyLog.NONE, extra);
  }

  /** With what was answered before, and a place to keep what is answered. */
  static ProbeStand at(int port, ReplyLog log) {
    return new ProbeStand(
        ProbeSettings.builder()
            .concurrency(4)
            .routes(List.of(new Route("api.coze.cn", URI.create("http://127.0.0.1:" + port))))
            .build(),
        log,
        UnaryOperator.identity());
  }

  /** Without a route: what is sent goes to where the client finds the host. */
  static ProbeStand unrouted(UnaryOperator<OkHttpClient.Builder> extra) {
    return new ProbeStand(ProbeSettings.defaults(), ReplyLog.NONE, extra);
  }

  Probed send(Dossier dossier) {
    DossierPlan plan = planner.plan(dossier);
    Answered answered = probe.send(plan).join();
    last = answered;
    Probed probed = answered.probed();
    assertThat(plan.requests().toString()).doesNotContain(Samples.TOKEN);
    assertThat(probed.answers() + "" + probed.identity()).doesNotContain(Samples.TOKEN);
    assertThat(List.copyOf(logged.list))
        .allSatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).doesNotContain(Samples.TOKEN);
              assertThat(event.getThrowableProxy()).isNull();
            });
    return probed;
  }

  /** The answer to a lone identity probe. */
  Answer identity() {
    return send(Samples.dossier()).identity();
  }

  /** What the last dossier took. */
  Answered last() {
    return Objects.requireNonNull(last);
  }

  Probe probe() {
    return probe;
  }

  ProbePlanner planner() {
    return planner;
  }

  @Override
  public void close() {
    probe.close();
    logger.detachAppender(logged);
  }
}
