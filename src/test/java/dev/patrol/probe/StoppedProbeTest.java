package dev.patrol.probe;

import static dev.patrol.probe.Samples.botGet;
import static dev.patrol.probe.Samples.dossier;
import static dev.patrol.probe.Samples.manyBots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a probe that ends early sends and keeps. */
@Timeout(120)
class StoppedProbeTest {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server = NoDelay.server();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            asked.countDown();
            over.await();
            return new MockResponse.Builder().body("{\"code\":0,\"msg\":\"\"}").build();
          }
        });
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.close();
  }

  @Test
  void breaks_off_when_closed() throws InterruptedException {
    ProbeStand stand = ProbeStand.at(server.getPort());
    CompletableFuture<Answered> open = sendOne(stand);
    asked.await();
    stand.close();
    assertThatThrownBy(open::join).isInstanceOf(CancellationException.class);
    assertThatThrownBy(sendOne(stand)::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void nothing_more_is_sent_once_an_answer_could_not_be_kept() {
    over.countDown();
    Kept full = new Kept(new IllegalStateException("the disk is full"));
    try (ProbeStand stand = ProbeStand.at(server.getPort(), full)) {
      List<CompletableFuture<Answered>> all =
          IntStream.range(0, 20)
              .mapToObj(i -> stand.probe().send(stand.planner().plan(dossier(manyBots(5)))))
              .toList();
      assertThat(all.get(0))
          .failsWithin(Duration.ofSeconds(60))
          .withThrowableThat()
          .havingRootCause()
          .withMessage("the disk is full");
      assertThat(all.subList(1, all.size())).allSatisfy(each -> assertThatThrownBy(each::join));
    }
    assertThat(server.getRequestCount()).isBetween(1, 4);
  }

  @Test
  void a_call_that_is_broken_off_counts_as_not_answered() throws InterruptedException {
    Kept kept = new Kept(null);
    ProbeStand stand = ProbeStand.at(server.getPort(), kept);
    CompletableFuture<Answered> open = sendOne(stand);
    asked.await();
    stand.close();
    assertThatThrownBy(open::join).isInstanceOf(CancellationException.class);
    // Its workers end only after what they had in hand.
    stand.probe().finishCalls();
    assertThat(kept.outcomes).isEmpty();
  }

  private static CompletableFuture<Answered> sendOne(ProbeStand stand) {
    return stand.probe().send(stand.planner().plan(dossier(botGet("a", "1"))));
  }

  /** Keeps answers, or fails to. */
  private static final class Kept implements ReplyLog {
    private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    private final @Nullable RuntimeException failure;

    Kept(@Nullable RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public Optional<Outcome> find(String token, String request) {
      return Optional.empty();
    }

    @Override
    public void keep(String token, String request, Outcome outcome) {
      if (failure != null) {
        throw failure;
      }
      outcomes.add(outcome);
    }
  }
}
