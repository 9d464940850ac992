package dev.patrol.cases;

import dev.patrol.config.Nearest;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Scalar;
import dev.patrol.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of one of the inventory's files, and rows of it as CSV. */
enum Columns {
  TOKENS(
      "tokens.csv",
      "token kind secret owner owner_email account environment created_at expires_at permissions"
          + " workspaces status site grant app_status refresh_expires_at"),
  WORKSPACES("workspaces.csv", "workspace name owner owner_email account edition kind owner_since"),
  ENDPOINTS(
      "endpoints.csv",
      "endpoint token workspace application method url authorization body content_type probe"),
  WAIVERS("waivers.csv", "rule token endpoint workspace reason who until");

  private final String file;
  private final String names;

  Columns(String file, String names) {
    this.file = file;
    this.names = names;
  }

  private List<String> names() {
    return List.of(names.split(" "));
  }

  /** The file's name in an inventory. */
  String file() {
    return file;
  }

  /** The row that the keys are; a name that only resembles a column's is a mistake. */
  CaseRow row(Keys keys, Mistakes mistakes) {
    Map<String, CaseRow.Cell> cells = new LinkedHashMap<>();
    for (Entry entry : keys.takeRest()) {
      Optional<String> meant =
          names().contains(entry.name()) ? Optional.empty() : Nearest.to(entry.name(), names());
      if (meant.isPresent()) {
        String hint = " (did you mean " + meant.get() + "?)";
        mistakes.at(entry, entry.name() + ": no column of " + file + hint);
        continue;
      }
      Node value = entry.value();
      String text = text(value);
      if (text == null) {
        mistakes.at(value, entry.name() + ": expected a text or a list of texts");
      } else {
        cells.put(entry.name(), new CaseRow.Cell(value.line(), value.column(), text));
      }
    }
    return new CaseRow(keys.node().line(), keys.node().column(), cells);
  }

  private static @Nullable String text(Node value) {
    if (value instanceof Scalar scalar) {
      return scalar.text();
    }
    if (value instanceof Sequence sequence) {
      List<String> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        if (!(item instanceof Scalar scalar)) {
          return null;
        }
        items.add(scalar.text());
      }
      return String.join(";", items);
    }
    return value instanceof Node.Empty ? "" : null;
  }

  /** The rows with a header, all cells quoted, a line break after each row. */
  String csv(Collection<CaseRow> rows) {
    Set<String> header = new LinkedHashSet<>(names());
    rows.forEach(row -> header.addAll(row.cells().keySet()));
    StringBuilder csv = new StringBuilder(line(header));
    for (CaseRow row : rows) {
      csv.append(line(header.stream().map(row::text).toList()));
    }
    return csv.toString();
  }

  private static String line(Collection<String> cells) {
    return cells.stream()
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }
}
