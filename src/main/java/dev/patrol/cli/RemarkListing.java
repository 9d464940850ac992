package dev.patrol.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.report.SafeText;
import dev.patrol.rules.check.RuleCheck;
import dev.patrol.rules.source.Excerpt;
import dev.patrol.rules.source.Remark;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.ColorScheme;

/** Prints what is wrong with rule files. */
final class RemarkListing {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintWriter out;
  private final ColorScheme colors;
  private final RuleCheck check;

  RemarkListing(PrintWriter out, ColorScheme colors, RuleCheck check) {
    this.out = out;
    this.colors = colors;
    this.check = check;
  }

  /** For people: each with its line and a caret below the column. */
  void text() {
    for (Remark remark : check.remarks()) {
      out.print(heading(remark) + "\n");
      if (!remark.source().isBlank()) {
        Excerpt excerpt = Excerpt.of(remark.source(), remark.problem().column());
        out.print(
            "  " + SafeText.of(excerpt.line()) + "\n  " + painted("bold", excerpt.caret()) + "\n");
      }
    }
    out.print(summary() + "\n");
  }

  private String heading(Remark remark) {
    String text = SafeText.of(remark.toString());
    String level = ": " + remark.level().id() + ": ";
    int at = text.indexOf(level);
    return at < 0
        ? text
        : painted("bold", text.substring(0, at + 2))
            + painted(remark.isError() ? "bold,red" : "bold,yellow", remark.level().id())
            + text.substring(at + level.length() - 2);
  }

  /** Words of rule files are no markup for colours. */
  private String painted(String style, String text) {
    String[] codes = colors.ansi().string("@|" + style + " \u0000|@").split("\u0000", -1);
    return codes.length == 2 ? codes[0] + text + codes[1] : text;
  }

  private String summary() {
    List<Remark> remarks = check.remarks();
    long errors = remarks.stream().filter(Remark::isError).count();
    return "%s, %s in %s, %s"
        .formatted(
            count(errors, "error"),
            count(remarks.size() - errors, "warning"),
            count(check.files().size(), "file"),
            count(check.parsed().rules().size(), "rule"));
  }

  private static String count(long number, String name) {
    return String.format(Locale.ROOT, "%d %s%s", number, name, number == 1 ? "" : "s");
  }

  /** For programs: every remark with its parts. */
  void json() {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode remarks = json.putArray("remarks");
    for (Remark remark : check.remarks()) {
      remarks
          .addObject()
          .put("level", remark.level().id())
          .put("file", remark.problem().source())
          .put("line", remark.problem().line())
          .put("column", remark.problem().column())
          .put("message", remark.problem().message())
          .put("source", remark.source());
    }
    json.put("files", check.files().size());
    json.put("rules", check.parsed().rules().size());
    try {
      // The mapper breaks lines as the system does.
      out.print(MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
