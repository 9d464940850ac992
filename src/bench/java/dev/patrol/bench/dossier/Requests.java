package dev.patrol.bench.dossier;

import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Address;
import dev.patrol.model.BodyType;
import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Makes faultless calls of documented operations. */
final class Requests {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
  private static final long FIRST_ID = 7_510_000_000_000_000_000L;

  /** Operations that a faultless call could be made of; the harmless ones. */
  final List<Operation> harmless;

  /** The same with side effects. */
  final List<Operation> others;

  Requests(Catalog catalog) {
    List<Operation> possible =
        catalog.operations().stream()
            .filter(operation -> !operation.isOAuthFlow())
            .filter(operation -> isFaultless(operation, catalog))
            .toList();
    Dice dice = new Dice(0, 0);
    harmless = possible.stream().filter(o -> call(o, "1", Site.CN, dice).isHarmless()).toList();
    others = possible.stream().filter(o -> !harmless.contains(o)).toList();
  }

  /** What is asked for is more than names can tell of some operations; those are left out. */
  private static boolean isFaultless(Operation operation, Catalog catalog) {
    MadeCall call = call(operation, "7500000000000000001", Site.CN, new Dice(0, 0));
    RequestCheck check = catalog.check(call.method, Address.parse(call.url()), call.body, null);
    return operation.equals(check.operation())
        && check.inPath().isFine()
        && check.inQuery().isFine()
        && check.inBody().isFine()
        && check.bodyProblem() == null;
  }

  static MadeCall call(Operation operation, String space, Site site, Dice dice) {
    String origin =
        operation.isWebSocket() ? "wss://" + site.webSocketHost() : "https://" + site.apiHost();
    String path = VARIABLE.matcher(operation.path()).replaceAll(any -> id(dice));
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    operation.requiredQuery().forEach(name -> query.add(name + "=" + value(name, space, dice)));
    return new MadeCall(
        operation,
        space,
        origin,
        path + query,
        operation.bodyType() == BodyType.JSON ? body(operation, space, dice) : null);
  }

  private static String body(Operation operation, String space, Dice dice) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (String name : operation.requiredBody()) {
      String value = '"' + value(name, space, dice) + '"';
      fields.add('"' + name + "\":" + (name.endsWith("s") ? "[" + value + "]" : value));
    }
    return fields.toString();
  }

  private static String value(String name, String space, Dice dice) {
    if (name.equals("workspace_id") || name.equals("space_id")) {
      return space;
    }
    return name.endsWith("_id") || name.endsWith("_ids") || name.equals("ids") ? id(dice) : "some";
  }

  private static String id(Dice dice) {
    return Long.toString(FIRST_ID + dice.between(0, Integer.MAX_VALUE - 1));
  }
}
