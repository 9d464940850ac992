package dev.patrol.report;

import java.util.List;

/** The segments of a path or of a documented path's template. */
final class PathParts {
  private PathParts() {}

  /** What stands between the slashes. */
  static List<String> of(String path) {
    return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
  }

  /** Whether a template's segment stands for a value. */
  static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  /** The name of a variable segment, such as {@code bot_id}. */
  static String name(String variable) {
    return variable.substring(1, variable.length() - 1);
  }

  /** Whether a path is one that the template stands for. */
  static boolean matches(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      if (!isVariable(template.get(i)) && !template.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
