package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
  private static final Logger OWN = LoggerFactory.getLogger("dev.patrol.probe.Sender");
  private static final Logger LIBRARY = LoggerFactory.getLogger("org.example.Library");
  private static final String TOKEN = "pat_TESTONLY000000000001";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void restore() {
    Logging.setUp(LogFormat.TEXT, 0, System.err);
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void a_token_in_message_argument_exception_and_cause_is_masked(LogFormat format) {
    Logging.setUp(format, 0, out);
    Exception cause = new IOException("unexpected header\nBearer " + TOKEN);
    Exception e = new IllegalStateException("token=" + TOKEN, cause);
    e.addSuppressed(new IllegalStateException(TOKEN));

    OWN.warn("sending " + TOKEN + " {} {}", TOKEN, 7, e);

    assertThat(lines())
        .doesNotContain("TESTONLY")
        .contains("sending pat_[REDACTED] pat_[REDACTED] 7")
        .contains("token=pat_[REDACTED]")
        .contains("Bearer pat_[REDACTED]")
        .contains("Suppressed: java.lang.IllegalStateException: pat_[REDACTED]");
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void an_exception_that_nobody_caught_is_masked(LogFormat format) throws InterruptedException {
    Logging.setUp(format, 0, out);
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException(TOKEN);
            },
            "worker-1");
    thread.start();
    thread.join();

    assertThat(lines())
        .contains("worker-1 ended unexpectedly")
        .contains("IllegalStateException: pat_[REDACTED]")
        .doesNotContain("TESTONLY");
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void what_libraries_log_through_the_jdk_is_masked(LogFormat format) {
    Logging.setUp(format, 2, out);
    java.util.logging.Logger library = java.util.logging.Logger.getLogger("okhttp3.OkHttpClient");
    library.log(Level.WARNING, "leaked {0}", "https://api.coze.cn/?token=" + TOKEN);
    library.log(Level.SEVERE, "broken {0", new Object[] {"x"});
    library.log(Level.INFO, "not of interest");

    assertThat(lines())
        .contains("leaked https://api.coze.cn/?token=pat_[REDACTED]")
        .contains("broken {0")
        .doesNotContain("TESTONLY", "not of interest");
  }

  @Test
  void json_is_one_object_a_line() throws IOException {
    Logging.setUp(LogFormat.JSON, 0, out);
    OWN.info("first \"扣子\"\nline");
    OWN.error("second", new IllegalStateException("why"));

    List<String> lines = lines().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("time", "level", "logger", "thread", "message");
    assertThat(first.get("message").asText()).isEqualTo("first \"扣子\"\nline");
    assertThat(first.get("level").asText()).isEqualTo("INFO");
    assertThat(first.get("logger").asText()).isEqualTo("dev.patrol.probe.Sender");
    JsonNode second = new ObjectMapper().readTree(lines.get(1));
    assertThat(second.get("exception").asText())
        .startsWith("java.lang.IllegalStateException: why\n\tat ");
  }

  @Test
  void text_is_short() {
    Logging.setUp(LogFormat.TEXT, 0, out);
    OWN.info("3 requests planned");
    assertThat(lines()).matches("\\d\\d:\\d\\d:\\d\\d INFO  Sender: 3 requests planned\n");
  }

  @Test
  void verbosity_opens_this_product_and_never_the_libraries() {
    for (int verbosity = 0; verbosity <= 2; verbosity++) {
      Logging.setUp(LogFormat.TEXT, verbosity, out);
      OWN.info("own info {}", verbosity);
      OWN.debug("own debug {}", verbosity);
      OWN.trace("own trace {}", verbosity);
      LIBRARY.warn("library warn {}", verbosity);
      LIBRARY.info("library info {}", verbosity);
    }
    assertThat(lines().lines().map(line -> line.substring(line.indexOf(": ") + 2)))
        .containsExactly(
            "own info 0",
            "library warn 0",
            "own info 1",
            "own debug 1",
            "library warn 1",
            "own info 2",
            "own debug 2",
            "own trace 2",
            "library warn 2");
  }

  @Test
  void the_stream_stays_open() {
    boolean[] closed = {false};
    ByteArrayOutputStream watched =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Logging.setUp(LogFormat.TEXT, 0, watched);
    Logging.setUp(LogFormat.TEXT, 0, out);
    assertThat(closed[0]).isFalse();
  }

  private String lines() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
