package dev.patrol.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds files of published reports. Nothing hidden, nothing outside of the folder of the reports,
 * and no link but the one to the newest report.
 */
final class ReportFiles {
  private static final String LATEST = "latest";
  private static final String INDEX = "index.html";
  private static final int LONGEST_NAME = 200;
  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "csv", "text/csv; charset=utf-8",
          "json", "application/json",
          "txt", "text/plain; charset=utf-8",
          "md", "text/plain; charset=utf-8",
          "ics", "text/calendar; charset=utf-8");

  private final Path reports;

  /** Serves the reports of a folder, which need not be there yet. */
  ReportFiles(Path reports) {
    this.reports = reports;
  }

  /**
   * The file that the names lead to: a run or {@code latest}, then what is in its report.
   *
   * @param names as a URL has them, decoded; none for the newest report's page
   */
  Optional<Path> find(List<String> names) {
    if (!names.stream().allMatch(ReportFiles::isPlain)) {
      return Optional.empty();
    }
    try {
      String run = names.isEmpty() || names.get(0).equals(LATEST) ? newest() : names.get(0);
      if (!isPlain(run)) {
        return Optional.empty();
      }
      Path report = reports.toRealPath().resolve(run);
      Path file = report;
      for (String name : names.stream().skip(1).toList()) {
        file = file.resolve(name);
      }
      return published(names.size() < 2 ? file.resolve(INDEX) : file, report);
    } catch (IOException | InvalidPathException e) {
      // Not there, or no name of this system.
      return Optional.empty();
    }
  }

  /** What a file holds, as HTTP calls it. */
  static String type(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, UNKNOWN_TYPE);
  }

  /** The newest run: what the link points at, or what the file says where there are no links. */
  private String newest() throws IOException {
    Path latest = reports.resolve(LATEST);
    return Files.isSymbolicLink(latest)
        ? Files.readSymbolicLink(latest).toString()
        : Files.readString(latest, UTF_8).strip();
  }

  /** A link on the way would make the real path another one. */
  private static Optional<Path> published(Path file, Path report) throws IOException {
    boolean plain =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && file.startsWith(report)
            && file.toRealPath().equals(file);
    return plain ? Optional.of(file) : Optional.empty();
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.charAt(0) != '.'
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
  }
}
