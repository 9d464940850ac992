package dev.patrol.audit;

import dev.patrol.report.RunInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs after the instant at which they begin. */
final class RunNames {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunNames() {}

  /** The name that the request gives, or a free one. */
  static String of(AuditRequest request) {
    return request.run() == null
        ? free(request.config().reports(), INSTANT.format(request.clock().instant()))
        : request.run();
  }

  /** Names what is audited, for locks and history. */
  static String inventory(AuditRequest request) {
    return InventoryName.of(
        request.config().inventory().folder(), request.config().reports(), request.sandbox());
  }

  /** What the report is told of the run. */
  static RunInfo info(AuditRequest request, RunStart header) {
    return new RunInfo(
        header.id(),
        header.began(),
        header.days(),
        request.version(),
        String.valueOf(request.config().inventory().folder().getFileName()),
        request.offline(),
        request.config().language().getLanguage(),
        request.config().report().csvBom().in(request.config().language()),
        request.config().report().alarmDays());
  }

  /** The name, or the first of name-2, name-3 ... that no report has. */
  private static String free(Path reports, String name) {
    String candidate = name;
    for (int i = 2; Files.exists(reports.resolve(candidate)); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }
}
