package dev.patrol.inventory;

import dev.patrol.model.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lists as the inventory writes them. Equal cells give the same scope, and equal items the same
 * string: thousands of tokens are declared with the same few lists.
 */
final class ListCell {
  private static final String EVERYTHING = "*";

  /** What people write between items instead of a semicolon. */
  private static final Pattern OTHER_SEPARATOR = Pattern.compile("[,，；、|\\s\\p{Z}]");

  private final Map<String, Scope> scopes = new HashMap<>();
  private final Map<String, String> items = new HashMap<>();

  /** The list in a cell; {@code *} stands for everything where that is allowed. */
  Scope read(Row row, String column, boolean everythingAllowed) {
    String cell = Characters.trim(row.raw(column));
    if (cell.isEmpty()) {
      return Scope.unknown();
    }
    if (cell.equals(EVERYTHING) && everythingAllowed) {
      return Scope.everything();
    }
    Scope known = scopes.get(cell);
    if (known != null) {
      return known;
    }
    TreeSet<String> names = new TreeSet<>();
    boolean flawless = true;
    for (String part : cell.split(";", -1)) {
      String item = Characters.trim(part);
      if (item.isEmpty()) {
        flawless = false;
      } else if (isNoName(item)) {
        row.report(column, item, expectation(everythingAllowed));
        return Scope.unknown();
      } else {
        names.add(items.computeIfAbsent(item, same -> same));
      }
    }
    if (!flawless) {
      row.report(column, cell, "expected no empty item between the semicolons");
    }
    Scope scope = names.isEmpty() ? Scope.unknown() : Scope.of(names);
    if (flawless) {
      scopes.put(cell, scope);
    }
    return scope;
  }

  private static boolean isNoName(String item) {
    return item.equals(EVERYTHING)
        || OTHER_SEPARATOR.matcher(item).find()
        || Characters.firstControl(item, false) >= 0
        || Characters.firstInvisible(item) >= 0;
  }

  private static String expectation(boolean everythingAllowed) {
    return "expected names separated by \";\"" + (everythingAllowed ? ", or * alone" : "");
  }
}
