package dev.patrol.catalog;

import dev.patrol.model.Address;
import dev.patrol.model.Header;
import dev.patrol.model.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the query of a request against what an operation asks for. */
final class QueryCheck {
  private QueryCheck() {}

  /** What is wrong with the query when these parameters are required. */
  static Parameters check(List<String> required, Address address) {
    if (required.isEmpty() && address.query().isEmpty()) {
      return Parameters.fine();
    }
    ParameterFaults faults = new ParameterFaults();
    Map<String, Boolean> filled = new LinkedHashMap<>();
    for (Address.QueryParameter parameter : address.query()) {
      String name = name(parameter);
      String value = parameter.decodedValue().strip();
      filled.merge(name, !value.isEmpty(), Boolean::logicalOr);
      if (!value.isEmpty() && !value.equals(Header.TOKEN)) {
        judge(name, value, faults);
      }
    }
    for (String name : required) {
      Boolean present = filled.get(name);
      if (present == null) {
        faults.missing(name);
      } else if (!present) {
        faults.empty(name);
      }
    }
    return faults.toParameters();
  }

  /** A parameter's decoded name, without the brackets of array forms such as {@code ids[]}. */
  static String name(Address.QueryParameter parameter) {
    String name = parameter.decodedName().strip();
    int bracket = name.indexOf('[');
    return bracket > 0 && name.endsWith("]") ? name.substring(0, bracket) : name;
  }

  private static void judge(String name, String value, ParameterFaults faults) {
    if (!ResourceIds.isList(name)) {
      faults.judge(name, value);
      return;
    }
    for (String element : value.split(",", -1)) {
      if (!element.isBlank()) {
        faults.judge(name, element.strip());
      }
    }
  }
}
