package dev.patrol.inventory;

import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Place;
import dev.patrol.model.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong with rows. */
final class Issues {
  private static final List<String> FILES = Stream.of(Sheet.values()).map(Sheet::file).toList();
  private static final Comparator<InventoryIssue> ORDER =
      Comparator.comparingInt((InventoryIssue issue) -> FILES.indexOf(issue.file()))
          .thenComparingLong(InventoryIssue::line)
          .thenComparing(InventoryIssue::column)
          .thenComparing(InventoryIssue::problem)
          .thenComparing(InventoryIssue::value);

  private final List<InventoryIssue> issues = new ArrayList<>();

  /** Notes an issue; a value's control and invisible characters are written as escapes. */
  void add(Place place, String column, String value, String problem) {
    // An invisible character within a token would hide its shape from the redaction.
    String safe = safe(column, value);
    String bare = Characters.printable(safe);
    String shown = Redaction.looksLikeToken(bare) ? bare : Characters.visible(safe);
    issues.add(new InventoryIssue(place.file(), place.line(), column, shown, problem));
  }

  private static String safe(String column, String value) {
    return switch (column) {
      case "url" -> Redaction.url(value);
      case "body" -> value.isEmpty() || value.startsWith("@") ? value : Redaction.MARK;
      case "content_type" -> value.split(";", 2)[0];
      default -> value;
    };
  }

  /** All issues, sorted by file in the order of {@link Sheet}, line and column. */
  List<InventoryIssue> sorted() {
    return issues.stream().sorted(ORDER).toList();
  }
}
