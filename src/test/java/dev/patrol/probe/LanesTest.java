package dev.patrol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final VirtualTicker ticker = new VirtualTicker();

  @Test
  void lets_through_the_rate_of_a_lane_and_no_more() throws InterruptedException {
    Lanes<String> lanes = new Lanes<>(5, ticker, item -> false);
    for (int i = 0; i < 50; i++) {
      lanes.add("acme", "a" + i, 0);
    }
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      assertThat(lanes.take()).contains("a" + i);
      times.add(ticker.nanos());
    }
    for (int i = 5; i < 50; i++) {
      assertThat(times.get(i) - times.get(i - 5)).isGreaterThanOrEqualTo(SECOND - 10);
    }
    assertThat(ticker.nanos()).isBetween(9 * SECOND, 11 * SECOND);
  }

  @Test
  void does_not_hold_up_one_account_for_another() throws InterruptedException {
    Lanes<String> lanes = new Lanes<>(1, ticker, item -> false);
    lanes.add("busy", "busy", 0);
    lanes.add("busy", "busy", 0);
    lanes.add("busy", "busy", 0);
    lanes.add("calm", "calm", 0);
    Map<String, Long> last = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      last.put(lanes.take().orElseThrow(), ticker.nanos());
    }
    assertThat(last.get("calm")).isZero();
    assertThat(last.get("busy")).isGreaterThanOrEqualTo(2 * SECOND - 10);
  }

  @Test
  void lets_free_items_pass_without_counting() throws InterruptedException {
    Lanes<String> lanes = new Lanes<>(1, ticker, item -> item.equals("free"));
    for (int i = 0; i < 100; i++) {
      lanes.add("acme", "free", 0);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(lanes.take()).contains("free");
    }
    assertThat(ticker.nanos()).isZero();
  }

  @Test
  void holds_back_a_whole_lane_or_a_single_item() throws InterruptedException {
    Lanes<String> lanes = new Lanes<>(1000, ticker, item -> false);
    lanes.add("acme", "late", 5 * SECOND);
    lanes.add("acme", "soon", 0);
    lanes.rest("acme", 2 * SECOND);
    assertThat(lanes.take()).contains("soon");
    assertThat(ticker.nanos()).isEqualTo(2 * SECOND);
    assertThat(lanes.take()).contains("late");
    assertThat(ticker.nanos()).isEqualTo(5 * SECOND);
  }

  @Test
  void forgets_lanes_that_have_nothing_to_do() throws InterruptedException {
    Lanes<String> lanes = new Lanes<>(1, ticker, item -> false);
    for (int i = 0; i < 5000; i++) {
      lanes.add("account" + i, "x", 0);
      assertThat(lanes.take()).contains("x");
      ticker.advance(SECOND);
    }
    assertThat(lanes.size()).isLessThan(1100);
  }

  @Test
  void lets_waiting_workers_go_when_closed() throws InterruptedException {
    Lanes<String> lanes = new Lanes<>(1, ticker, item -> false);
    lanes.close();
    assertThat(lanes.take()).isEqualTo(Optional.empty());
  }
}
