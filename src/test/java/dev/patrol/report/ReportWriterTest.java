package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @Test
  void nothing_has_its_name_before_all_is_written(@TempDir Path reports) throws IOException {
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      writer.add(Sample.plain("a", "e"));
      assertThat(names(reports)).containsExactly(".r1.part1");
      writer.publish(Sample.summary());
      assertThat(names(reports)).containsExactly("latest", "r1");
    }
    assertThat(names(reports.resolve("r1")))
        .containsExactly(
            "audit.json",
            "endpoints.csv",
            "expiry.ics",
            "findings.csv",
            "index.html",
            "inventory-issues.csv",
            "owners",
            "summary.md",
            "tokens.csv");
  }

  @Test
  void latest_points_at_the_newest_report_by_a_relative_link(@TempDir Path reports)
      throws IOException {
    publish(reports, "r1");
    publish(reports, "r2");
    assertThat(Files.readSymbolicLink(reports.resolve("latest"))).isEqualTo(Path.of("r2"));
    assertThat(names(reports)).containsExactly("latest", "r1", "r2");
  }

  @Test
  void a_report_given_up_leaves_nothing(@TempDir Path reports) throws IOException {
    publish(reports, "r1");
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r2", "en"), Sample.DIRECTORY)) {
      writer.add(Sample.plain("a", "e"));
    }
    assertThat(names(reports)).containsExactly("latest", "r1");
  }

  @Test
  void a_failure_while_publishing_leaves_the_old_report_and_nothing_else(@TempDir Path reports)
      throws IOException {
    publish(reports, "r1");
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r2", "en"), Sample.DIRECTORY)) {
      writer.add(Sample.plain("a", "e"));
      // What stands in the page's place keeps it from being written.
      Files.createDirectory(reports.resolve(".r2.part1").resolve("index.html"));
      assertThatThrownBy(() -> writer.publish(Sample.summary()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("index.html");
      assertThatIllegalStateException().isThrownBy(() -> writer.publish(Sample.summary()));
      assertThatIllegalStateException().isThrownBy(() -> writer.add(Sample.plain("b", "f")));
    }
    assertThat(names(reports)).containsExactly("latest", "r1");
    assertThat(Files.readSymbolicLink(reports.resolve("latest"))).isEqualTo(Path.of("r1"));
  }

  @Test
  void what_is_fixed_or_waived_asks_for_nothing(@TempDir Path reports) throws IOException {
    Token token = Sample.token("a").build();
    Endpoint endpoint = Sample.endpoint("e", "a").build();
    Finding finding = Sample.finding(Sample.ESCALATE, endpoint, token, "seen");
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      writer.add(
          Sample.judgement(
              token,
              TokenState.VALID,
              List.of(Sample.passing(endpoint)),
              List.of(
                  finding.as(FindingStatus.FIXED, null),
                  finding.waivedBy(Sample.waiver(Sample.ESCALATE, "a")))));
      assertThat(writer.todos(5)).isEmpty();
      assertThat(writer.totals().findings()).isZero();
      assertThat(writer.totals().count(FindingStatus.FIXED)).isEqualTo(1);
      assertThat(writer.totals().count(FindingStatus.WAIVED)).isEqualTo(1);
      Path report = writer.publish(Sample.summary());
      assertThat(Files.readString(report.resolve("tokens.csv"), UTF_8)).contains(",1,0,0,");
      assertThat(Files.readAllLines(report.resolve("findings.csv"), UTF_8)).hasSize(3);
    }
  }

  @Test
  void a_waiver_takes_no_endpoint_from_the_vendor_s_support(@TempDir Path reports) {
    Endpoint endpoint = Sample.endpoint("e", "a").build();
    Finding finding = Sample.finding(Sample.ESCALATE, endpoint, Sample.token("a").build(), "seen");
    Finding waived = finding.waivedBy(Sample.waiver(Sample.ESCALATE, "a"));
    assertThat(hasSupportTexts(reports, "r1", waived)).isTrue();
    assertThat(hasSupportTexts(reports, "r2", finding.as(FindingStatus.FIXED, null))).isFalse();
  }

  /** Whether a passing endpoint with that finding gets a text for support. */
  private static boolean hasSupportTexts(Path reports, String run, Finding finding) {
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run(run, "en"), Sample.DIRECTORY)) {
      writer.add(Sample.plain("a", "e").withFindings(List.of(finding)));
      return Files.exists(writer.publish(Sample.summary()).resolve("support"));
    }
  }

  @Test
  void a_failure_names_file_and_reason(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "", UTF_8);
    assertThatThrownBy(() -> ReportWriter.open(file, Sample.run("r1", "en"), Sample.DIRECTORY))
        .hasMessage("The report could not be written: " + file + ": something is there already");
    Path below = file.resolve("reports");
    assertThatThrownBy(() -> ReportWriter.open(below, Sample.run("r1", "en"), Sample.DIRECTORY))
        .hasMessageContaining("taken")
        .hasMessageEndingWith(": Not a directory");
  }

  @Test
  void a_run_that_is_there_already_is_refused_and_left_alone(@TempDir Path reports)
      throws IOException {
    publish(reports, "r1");
    String before = Files.readString(reports.resolve("r1").resolve("tokens.csv"), UTF_8);
    assertThatThrownBy(() -> ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("choose another run id");
    assertThat(names(reports)).containsExactly("latest", "r1");
    assertThat(Files.readString(reports.resolve("r1").resolve("tokens.csv"), UTF_8))
        .isEqualTo(before);
  }

  @Test
  void what_a_crash_left_behind_is_not_touched(@TempDir Path reports) throws IOException {
    Path left = Files.createDirectory(reports.resolve(".r1.part1"));
    Files.writeString(left.resolve("tokens.csv"), "half", UTF_8);
    publish(reports, "r1");
    assertThat(names(reports)).containsExactly(".r1.part1", "latest", "r1");
    assertThat(Files.readString(left.resolve("tokens.csv"), UTF_8)).isEqualTo("half");
  }

  @Test
  void a_latest_that_is_a_folder_is_reported_and_kept(@TempDir Path reports) throws IOException {
    Files.createDirectories(reports.resolve("latest").resolve("mine"));
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      assertThatThrownBy(() -> writer.publish(Sample.summary()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("latest");
    }
    assertThat(names(reports)).containsExactly("latest", "r1");
  }

  @Test
  void a_run_id_that_is_no_plain_name_is_refused() {
    for (String id : List.of("", "..", "a/b", "-x", ".hidden", "latest", "x".repeat(101))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sample.run(id, "en"))
          .withMessageContaining("got \"" + id + "\"");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.run("r1", "fr"))
        .withMessage("lang: expected en or zh, got \"fr\"");
  }

  @Test
  void what_closes_it_meanwhile_waits_for_the_writer_and_leaves_nothing(@TempDir Path reports)
      throws Exception {
    for (int round = 0; round < 30; round++) {
      ReportWriter writer =
          ReportWriter.open(reports, Sample.run("r" + round, "en"), Sample.DIRECTORY);
      CountDownLatch writing = new CountDownLatch(1);
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (true) {
                    writer.add(Sample.escalated("a", "e"));
                    writing.countDown();
                  }
                } catch (RuntimeException e) {
                  ended.complete(e);
                }
              });
      thread.start();
      writing.await();
      writer.close();
      assertThat(ended.get())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the report is closed");
      assertThat(names(reports)).isEmpty();
    }
  }

  @Test
  void what_to_do_first_is_grouped_and_in_the_page_s_order(@TempDir Path reports)
      throws IOException {
    Token token = Sample.token("t").build();
    Endpoint one = Sample.endpoint("one", "t").build();
    Endpoint two = Sample.endpoint("two", "t").build();
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      writer.add(
          Sample.judgement(
              token,
              TokenState.VALID,
              List.of(Sample.passing(one), Sample.passing(two)),
              List.of(
                  Sample.finding(Sample.UNUSED, null, token, "x"),
                  Sample.finding(Sample.HEADER, one, token, "first"),
                  Sample.finding(Sample.PERMISSION, one, token, "x"),
                  Sample.finding(Sample.HEADER, two, token, "second"))));
      Path report = writer.publish(Sample.summary());
      assertThat(writer.todos(2))
          .extracting(Todo::rule, Todo::subject, Todo::evidence, Todo::endpoints)
          .containsExactly(
              tuple("header-form", "t", "first (and once more)", "2 endpoints: one, two"),
              tuple("permission-missing", "t", "x", "1 endpoint: one"));
      assertThat(Files.readString(report.resolve("index.html"), UTF_8))
          .contains("<bdi>first</bdi>", "and once more");
    }
  }

  private static void publish(Path reports, String run) {
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run(run, "en"), Sample.DIRECTORY)) {
      writer.add(Sample.plain("a", "e"));
      writer.publish(Sample.summary());
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
