package dev.patrol.catalog;

import java.util.List;

/**
 * The segments of a documented path, such as {@code v1}, {@code bots} and {@code {bot_id}}.
 *
 * @param segments what stands between the slashes
 */
record PathTemplate(List<String> segments) {

  PathTemplate {
    segments = List.copyOf(segments);
  }

  /** The template of a documented path. */
  static PathTemplate of(String path) {
    return new PathTemplate(split(path));
  }

  /** What stands between a path's slashes; a trailing slash leaves an empty segment. */
  static List<String> split(String path) {
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

  /** The path without its variables' names: equal for templates that match the same paths. */
  String shape() {
    return "/"
        + String.join(
            "/", segments.stream().map(segment -> isVariable(segment) ? "{}" : segment).toList());
  }
}
