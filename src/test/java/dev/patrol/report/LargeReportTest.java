package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeReportTest {
  @Test
  void equal_audits_give_equal_bytes(@TempDir Path reports) throws IOException {
    Path first = write(reports.resolve("one"), "en");
    Path second = write(reports.resolve("two"), "en");
    assertThat(files(first)).isEqualTo(files(second)).hasSizeGreaterThan(6);
  }

  @Test
  void the_tables_have_a_row_for_each_thing(@TempDir Path reports) throws IOException {
    Path report = write(reports, "en");
    assertThat(rows(report, "tokens.csv")).isEqualTo(15);
    assertThat(rows(report, "endpoints.csv")).isEqualTo(60);
    assertThat(rows(report, "inventory-issues.csv")).isEqualTo(3);
  }

  @Test
  void the_totals_agree_with_what_was_added(@TempDir Path reports) {
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      LargeSample.judgements().forEach(writer::add);
      Totals totals = writer.totals();
      assertThat(totals.tokens()).isEqualTo(15);
      assertThat(totals.endpoints()).isEqualTo(60);
      assertThat(totals.verdicts().values().stream().mapToLong(n -> n).sum()).isEqualTo(60);
      assertThat(totals.verdicts()).containsKeys(Verdict.values());
      long before = totals.findings();
      writer.publish(LargeSample.summary());
      assertThat(writer.totals().findings()).isEqualTo(before + 1);
    }
  }

  private static Path write(Path reports, String lang) {
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", lang), Sample.DIRECTORY)) {
      LargeSample.judgements().forEach(writer::add);
      return writer.publish(LargeSample.summary());
    }
  }

  private static long rows(Path report, String name) throws IOException {
    List<String> lines = Files.readAllLines(report.resolve(name), UTF_8);
    return lines.size() - 1L;
  }

  private static Map<String, String> files(Path report) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(report)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(report.relativize(path).toString(), Files.readString(path, UTF_8));
      }
    }
    return files;
  }
}
