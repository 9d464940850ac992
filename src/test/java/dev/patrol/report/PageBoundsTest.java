package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Flips;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageBoundsTest {
  @Test
  void the_page_stays_small_however_much_there_is(@TempDir Path reports) throws IOException {
    String page;
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      for (int i = 0; i < 600; i++) {
        writer.add(Sample.plain("fine-" + i, "pass-" + i));
      }
      for (int i = 0; i < 600; i++) {
        add(writer, "bad-" + i);
      }
      Path report = writer.publish(issues(510));
      page = Files.readString(report.resolve("index.html"), UTF_8);
      assertThat(Files.readAllLines(report.resolve("endpoints.csv"), UTF_8)).hasSize(3_001);
    }
    assertThat(count(page, "id=\"endpoint=")).isEqualTo(25);
    assertThat(count(page, "id=\"token=")).isEqualTo(25);
    assertThat(count(page, "class=\"todo edge-")).isEqualTo(50);
    assertThat(page).contains("550 more in</span>").contains("<a href=\"findings.csv\">");
    assertThat(count(page, "class=\"until\"")).isEqualTo(TimelineDraft.LANES);
    assertThat(page).contains("10 more in</span>").contains("<a href=\"inventory-issues.csv\">");
  }

  @Test
  void a_shortlist_keeps_the_first_by_key_and_then_by_arrival() {
    Shortlist<Integer, String> list = new Shortlist<>(3, Comparator.naturalOrder());
    List<String> made = new ArrayList<>();
    for (String item : List.of("2a", "1a", "2b", "1b", "3a", "1c", "1d")) {
      list.offer(
          item.charAt(0) - '0',
          () -> {
            made.add(item);
            return item;
          });
    }
    assertThat(list.items()).containsExactly("1a", "1b", "1c");
    assertThat(list.left()).isEqualTo(4);
    assertThat(made).doesNotContain("3a", "1d");
  }

  private static void add(ReportWriter writer, String id) {
    Token token = Sample.token(id).build();
    List<Diagnosis> diagnoses =
        IntStream.range(0, 4)
            .mapToObj(i -> Sample.endpoint(id + "-" + i, id).build())
            .map(
                endpoint ->
                    endpoint.id().endsWith("0")
                        ? Sample.unknown(endpoint)
                        : Sample.failing(endpoint, Cause.KEY_PERMISSION, "missing"))
            .toList();
    writer.add(
        Sample.judgement(
            token,
            TokenState.EXPIRING,
            diagnoses,
            List.of(Sample.finding(Sample.PERMISSION, null, token, "missing"))));
  }

  private static RunSummary issues(int count) {
    List<InventoryIssue> issues =
        IntStream.range(0, count)
            .mapToObj(i -> new InventoryIssue("tokens.csv", i + 2L, "kind", "x", "expected pat"))
            .toList();
    return new RunSummary(
        issues, List.of(), 0, 0, Map.of(), List.of(), Map.of(), Flips.NONE, List.of());
  }

  private static long count(String page, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
  }
}
