package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileReportTest {
  @Test
  void no_file_holds_a_secret(@TempDir Path reports) throws IOException {
    for (Path file : files(write(reports))) {
      assertThat(Files.readString(file, UTF_8))
          .as(file.getFileName().toString())
          .doesNotContain(HostileSample.SECRET)
          .doesNotContain(HostileSample.ODD_SECRET);
      assertThat(file.getFileName().toString()).doesNotContain(HostileSample.SECRET);
    }
  }

  @Test
  void no_cell_is_run_as_a_formula(@TempDir Path reports) throws IOException {
    Path report = write(reports);
    for (String name : List.of("findings", "endpoints", "tokens", "inventory-issues")) {
      String text = Files.readString(report.resolve(name + ".csv"), UTF_8);
      try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
        for (CSVRecord row : rows) {
          row.forEach(cell -> assertThat(cell).doesNotContainPattern("^[=+@\t\r＝＋－＠]"));
        }
      }
    }
    assertThat(Files.readString(report.resolve("endpoints.csv"), UTF_8))
        .contains("'=cmd|' /C calc'!A0");
  }

  @Test
  void numbers_stay_numbers_though_they_begin_with_a_minus(@TempDir Path reports)
      throws IOException {
    assertThat(Files.readString(write(reports).resolve("findings.csv"), UTF_8))
        .contains(",401,-5,");
  }

  @Test
  void the_page_has_no_markup_from_outside(@TempDir Path reports) throws IOException {
    String page = Files.readString(write(reports).resolve("index.html"), UTF_8);
    assertThat(page).doesNotContain("<script>alert").doesNotContain("<img").doesNotContain("<u>");
    assertThat(page).doesNotContain("href=\"javascript:");
    assertThat(page.split("<script>", -1)).hasSize(2);
  }

  @Test
  void no_character_turns_the_direction_of_text(@TempDir Path reports) throws IOException {
    for (Path file : files(write(reports))) {
      assertThat(Files.readString(file, UTF_8))
          .as(file.toString())
          .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u200E\u200F]");
    }
  }

  @Test
  void support_files_have_harmless_and_different_names(@TempDir Path reports) throws IOException {
    Path report = write(reports);
    List<String> names;
    try (Stream<Path> files = Files.list(report.resolve("support"))) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    assertThat(names).hasSize(HostileSample.IDS.size()).contains("a.txt");
    assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,120}\\.txt"));
    assertThat(names).doesNotContain("CON.txt");
    try (Stream<Path> outside = Files.list(reports)) {
      assertThat(outside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("r1", "latest");
    }
  }

  @Test
  void the_json_can_be_read_and_holds_no_body(@TempDir Path reports) throws IOException {
    JsonNode audit = new ObjectMapper().readTree(write(reports).resolve("audit.json").toFile());
    assertThat(audit.path("schema").asInt()).isEqualTo(1);
    assertThat(audit.path("tokens")).hasSize(HostileSample.IDS.size());
    JsonNode endpoint = audit.path("tokens").path(0).path("endpoints").path(0);
    assertThat(endpoint.path("endpoint").asText()).isEqualTo("<script>alert(1)</script>");
    assertThat(endpoint.path("authorization").asText()).isEqualTo("Bearer [REDACTED]");
    assertThat(endpoint.has("body")).isFalse();
  }

  private static Path write(Path reports) {
    try (ReportWriter writer =
        ReportWriter.open(reports, Sample.run("r1", "en"), Sample.DIRECTORY)) {
      HostileSample.judgements(HostileSample.IDS).forEach(writer::add);
      return writer.publish(HostileSample.summary());
    }
  }

  private static List<Path> files(Path report) throws IOException {
    try (Stream<Path> paths = Files.walk(report)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
