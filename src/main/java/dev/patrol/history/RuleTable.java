package dev.patrol.history;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;

/** What rules said about themselves: those of tonight, and those that findings outlive. */
final class RuleTable {
  private final Map<RuleInfo, Long> numbers = new HashMap<>();

  /** Of the rules as they came: one speaks of many findings. */
  private final IdentityHashMap<RuleInfo, Long> known = new IdentityHashMap<>();

  private final Map<Long, RuleInfo> stored = new HashMap<>();
  private final Map<String, RuleInfo> tonight = new HashMap<>();

  RuleTable(Collection<RuleInfo> tonight) {
    tonight.forEach(rule -> this.tonight.put(rule.id(), rule));
  }

  void load(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT rule_no, rule, severity, guide, title, remedy, file FROM history_rule"
                    + " ORDER BY rule_no");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        remember(row.getLong("rule_no"), rule(row));
      }
    }
  }

  static RuleInfo rule(ResultSet row) throws SQLException {
    return new RuleInfo(
        row.getString("rule"),
        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
        Cause.of(row.getString("guide")).orElse(null),
        row.getString("title"),
        row.getString("remedy"),
        row.getString("file"),
        0);
  }

  /** Where a rule's texts are kept; they are kept from now on. */
  long number(RuleInfo rule, Transactions transactions) {
    Long number = known.get(rule);
    if (number == null) {
      number = stored(asStored(rule), transactions);
      known.put(rule, number);
    }
    return number;
  }

  private long stored(RuleInfo text, Transactions transactions) {
    Long number = numbers.get(text);
    if (number == null) {
      number = transactions.run(connection -> insert(connection, text));
      remember(number, text);
    }
    return number;
  }

  /** The rule as it is tonight, or as it was when it was last heard. */
  RuleInfo rule(FindingEvent event) {
    RuleInfo now = tonight.get(event.key().rule());
    if (now != null) {
      return now;
    }
    RuleInfo then = stored.get(event.ruleNo());
    if (then == null) {
      throw new IllegalStateException("no texts are kept of rule " + event.key().rule());
    }
    return then;
  }

  private void remember(long number, RuleInfo rule) {
    numbers.put(rule, number);
    stored.put(number, rule);
  }

  private static long insert(Connection connection, RuleInfo rule) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO history_rule (rule, severity, guide, title, remedy, file)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            new String[] {"rule_no"})) {
      new Binding(insert)
          .add(rule.id())
          .add(rule.severity().id())
          .add(rule.guideId())
          .add(rule.title())
          .add(rule.remedy())
          .add(rule.file());
      insert.executeUpdate();
      return RunRows.key(insert);
    }
  }

  /** The line changes with every edit of the file, and nobody asks for it later. */
  private static RuleInfo asStored(RuleInfo rule) {
    return new RuleInfo(
        StoredText.id(rule.id()),
        rule.severity(),
        rule.guide(),
        StoredText.of(rule.title()),
        StoredText.of(rule.remedy()),
        StoredText.of(rule.file()),
        0);
  }
}
