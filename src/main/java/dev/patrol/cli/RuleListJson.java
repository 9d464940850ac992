package dev.patrol.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Prints rules for programs. */
final class RuleListJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RuleListJson() {}

  static void print(List<ListedRule> rules, Path folder, PrintWriter out) {
    ArrayNode json = MAPPER.createArrayNode();
    for (ListedRule rule : rules) {
      ObjectNode node = json.addObject();
      node.put("id", rule.info().id());
      node.put("guide", rule.info().guideId());
      node.put("kind", rule.kind());
      if (rule.info().reports()) {
        node.put("severity", rule.severity().id());
        node.put("severity_in_file", rule.info().severity().id());
      } else {
        node.putNull("severity");
        node.putNull("severity_in_file");
      }
      node.put("on", rule.on());
      node.put("title", rule.info().title());
      node.put("remedy", rule.info().remedy());
      node.put("file", folder.resolve(rule.info().file()).toString().replace('\\', '/'));
      node.put("line", rule.info().line());
    }
    try {
      // The mapper breaks lines as the system does.
      out.print(MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
