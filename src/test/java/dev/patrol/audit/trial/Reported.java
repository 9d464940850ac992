package dev.patrol.audit.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of the report's {@code endpoints.csv}.
 *
 * @param endpoint the endpoint's id
 * @param token its token's id
 * @param verdict pass, fail or unknown
 * @param cause the reported cause
 * @param alternatives the other causes that fit as well
 * @param probe whether it was sent
 * @param code the vendor's code
 */
record Reported(
    String endpoint,
    String token,
    String verdict,
    Cause cause,
    Set<Cause> alternatives,
    String probe,
    String code) {

  /** Whether a request was made for it, which it may share. */
  boolean asked() {
    return probe.equals("sent") || probe.equals("shared") || probe.startsWith("failed-");
  }

  boolean hasFittingVerdict() {
    return switch (cause) {
      case NONE -> !verdict.equals("fail");
      case SERVICE -> verdict.equals("unknown");
      default -> verdict.equals("fail");
    };
  }

  static List<Reported> read(Path file) throws IOException {
    List<Reported> rows = new ArrayList<>();
    for (CSVRecord row : rows(file)) {
      Set<Cause> alternatives = EnumSet.noneOf(Cause.class);
      for (String name : row.get("alternatives").split(";", -1)) {
        Cause.of(name).ifPresent(alternatives::add);
      }
      rows.add(
          new Reported(
              row.get("endpoint"),
              row.get("token"),
              row.get("verdict"),
              Cause.of(row.get("cause")).orElseThrow(),
              alternatives,
              row.get("probe"),
              row.get("code")));
    }
    return rows;
  }

  static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, UTF_8, format)) {
      return parser.getRecords();
    }
  }
}
