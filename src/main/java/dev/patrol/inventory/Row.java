package dev.patrol.inventory;

import dev.patrol.model.Place;
import dev.patrol.model.Redaction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row, cell by cell. What is wrong with a cell is noted as it is read: the cell then counts as
 * not known, or the row as refused when it cannot do without.
 *
 * <p>Cells are read without the blanks around them. Names, ids, dates and words hold neither
 * control nor invisible characters; free text may hold tabs and line breaks. Only {@link #raw}
 * gives a cell as it stands.
 */
final class Row {
  private final Header header;
  private final List<String> cells;
  private final Place place;
  private final Issues issues;
  private boolean refused;

  Row(Header header, List<String> cells, Place place, Issues issues) {
    this.header = header;
    this.cells = cells;
    this.place = place;
    this.issues = issues;
  }

  Place place() {
    return place;
  }

  /** Whether something is wrong that leaves the row without use. */
  boolean refused() {
    return refused;
  }

  /** Notes what is wrong with a cell that is then taken as not known. */
  void report(String column, String value, String problem) {
    issues.add(place, column, value, problem);
  }

  /** Notes why the row is left out. */
  void refuse(String column, String value, String problem) {
    refused = true;
    report(column, value, problem);
  }

  /** The cell as it stands; empty when the file has no such column. */
  String raw(String column) {
    int i = header.place(column);
    return i < 0 ? "" : cells.get(i);
  }

  /** A cell that must be there; empty when the row is refused for it. */
  String required(String column) {
    String cell = Characters.trim(raw(column));
    if (cell.isEmpty()) {
      refuse(column, "", "expected a value, the cell is empty");
      return "";
    }
    String fault = fault(cell);
    if (fault != null) {
      refuse(column, cell, fault);
      return "";
    }
    return cell;
  }

  /** A complete URL; what is wrong with one is for rules to say, unless it cannot be shown. */
  String url(String column) {
    String cell = Characters.trim(raw(column));
    String fault =
        cell.isEmpty() ? "expected a complete URL, the cell is empty" : controlFault(cell, false);
    if (fault != null) {
      refuse(column, cell, fault);
    }
    return cell;
  }

  /** A name, id or word, or null when it is not known. */
  @Nullable String word(String column) {
    String cell = Characters.trim(raw(column));
    if (cell.isEmpty()) {
      return null;
    }
    String fault = fault(cell);
    if (fault != null) {
      report(column, cell, fault);
      return null;
    }
    return cell;
  }

  /** Free text, or null when it is not known. */
  @Nullable String text(String column) {
    String cell = Characters.trim(raw(column));
    return freeText(column, cell, cell);
  }

  /** Free text that must be there; empty when the row is refused for it. */
  String requiredText(String column) {
    String cell = Characters.trim(raw(column));
    String fault =
        cell.isEmpty() ? "expected a value, the cell is empty" : controlFault(cell, true);
    if (fault != null) {
      refuse(column, cell, fault);
      return "";
    }
    return cell;
  }

  /** One of the words that name the values of an enum, in any case, or null. */
  <E extends Enum<E>> @Nullable E choice(String column, E[] values, Function<E, String> id) {
    String word = word(column);
    E value = word == null ? null : find(word, values, id);
    if (word != null && value == null) {
      report(column, word, choices(values, id));
    }
    return value;
  }

  /** The same for a cell that must be there; null when the row is refused for it. */
  <E extends Enum<E>> @Nullable E requiredChoice(
      String column, E[] values, Function<E, String> id) {
    String word = required(column);
    E value = find(word, values, id);
    if (!word.isEmpty() && value == null) {
      refuse(column, word, choices(values, id));
    }
    return value;
  }

  /** A date, or null when it is not known. */
  @Nullable Instant date(String column, ZoneId zone) {
    String word = word(column);
    if (word == null) {
      return null;
    }
    Instant date = DateCell.parse(word, zone);
    if (date == null) {
      report(column, word, DateCell.EXPECTED);
    }
    return date;
  }

  /** A date that must be there; null when the row is refused for it. */
  @Nullable Instant requiredDate(String column, ZoneId zone) {
    String word = required(column);
    Instant date = word.isEmpty() ? null : DateCell.parse(word, zone);
    if (!word.isEmpty() && date == null) {
      refuse(column, word, DateCell.EXPECTED);
    }
    return date;
  }

  /** The cells of columns that the contract does not name, but for empty ones. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    header
        .attributes()
        .forEach(
            (column, i) -> {
              String cell = Characters.trim(cells.get(i));
              String shown = Redaction.isSecretName(column) ? Redaction.MARK : cell;
              String text = freeText(column, cell, shown);
              if (text != null) {
                attributes.put(column, text);
              }
            });
    return attributes;
  }

  /** Notes cells that stand under no name and are lost with it. */
  void reportNameless() {
    for (int i = 0; i < header.size(); i++) {
      if (header.column(i).isEmpty() && !Characters.trim(cells.get(i)).isEmpty()) {
        report("", cells.get(i), "expected a name in the header for column " + (i + 1));
      }
    }
  }

  private static <E> @Nullable E find(String word, E[] values, Function<E, String> id) {
    for (E value : values) {
      if (id.apply(value).equals(word.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    return null;
  }

  private static <E> String choices(E[] values, Function<E, String> id) {
    return Stream.of(values).map(id).collect(Collectors.joining(", ", "expected one of ", ""));
  }

  /** What was expected of a cell that holds a control character, or null when it holds none. */
  static @Nullable String controlFault(String cell, boolean breaksAllowed) {
    int i = Characters.firstControl(cell, breaksAllowed);
    return i < 0 ? null : "expected no control character, found " + Characters.name(cell.charAt(i));
  }

  private @Nullable String freeText(String column, String cell, String shown) {
    String fault = controlFault(cell, true);
    if (fault != null) {
      report(column, shown, fault);
      return null;
    }
    return cell.isEmpty() ? null : cell;
  }

  private static @Nullable String fault(String cell) {
    String fault = controlFault(cell, false);
    int invisible = Characters.firstInvisible(cell);
    return fault != null || invisible < 0
        ? fault
        : "expected no invisible character, found " + Characters.name(cell.charAt(invisible));
  }
}
