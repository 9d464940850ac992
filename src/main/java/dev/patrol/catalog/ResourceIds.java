package dev.patrol.catalog;

import java.util.Set;

/** The ids that are decimal numbers, whatever operation takes them. */
final class ResourceIds {
  private static final Set<String> NUMERIC =
      Set.of(
          "workspace_id",
          "space_id",
          "bot_id",
          "workflow_id",
          "dataset_id",
          "document_id",
          "conversation_id",
          "chat_id",
          "message_id",
          "file_id",
          "app_id");

  private ResourceIds() {}

  /** Whether the parameter holds such an id, or, as {@code document_ids} does, a list of them. */
  static boolean isNumeric(String name) {
    return NUMERIC.contains(isList(name) ? name.substring(0, name.length() - 1) : name);
  }

  /** Whether the parameter holds a list of ids. */
  static boolean isList(String name) {
    return name.equals("ids") || name.endsWith("_ids");
  }

  /** Whether a value is a decimal number of any length. */
  static boolean isDecimal(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
