package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecordingsTest {
  @Test
  void every_recorded_answer_is_listed() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(Recordings.standard().names());
    }
  }

  @Test
  void every_recorded_answer_takes_another_log_id() {
    for (String name : Recordings.standard().names()) {
      Recording recording = Recordings.standard().get(name);
      Reply reply = recording.reply("20261122100000ABCDEF0123456789ABCD");
      assertThat(reply.status()).as(name).isBetween(101, 599);
      String recorded = recording.headers().get("X-Tt-Logid");
      if (recorded != null) {
        assertThat(reply.toString()).as(name).doesNotContain(recorded);
      }
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Recordings.class.getResource("answers").toURI());
  }
}
