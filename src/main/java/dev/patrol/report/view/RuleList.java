package dev.patrol.report.view;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that a page speaks of. */
public final class RuleList {
  private final List<RuleRow> rows;
  private final Map<String, RuleRow> byId;

  /** In the order in which the page lists them. */
  public RuleList(List<RuleRow> rows) {
    this.rows = List.copyOf(rows);
    byId = rows.stream().collect(Collectors.toMap(RuleRow::id, Function.identity(), (a, b) -> a));
  }

  /** All of them. */
  public List<RuleRow> rows() {
    return rows;
  }

  /** Those that rows of the page name. */
  public List<RuleRow> named() {
    return rows.stream().filter(RuleRow::named).toList();
  }

  /** What a rule names; its id when the page does not know it. */
  public Say title(String id) {
    RuleRow row = byId.get(id);
    return row == null ? Say.both(id) : row.title();
  }

  /** Where it stands in the rule files; nothing when the page does not know it. */
  public String place(String id) {
    RuleRow row = byId.get(id);
    return row == null ? "" : row.place();
  }

  /** What to do about it; nothing when the page does not know it. */
  public Say remedy(String id) {
    RuleRow row = byId.get(id);
    return row == null ? Say.both("") : row.remedy();
  }
}
