package dev.patrol.report;

import dev.patrol.report.row.TodoRow;
import dev.patrol.report.view.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing to do, in the run's language.
 *
 * @param severity how much it matters
 * @param rule the rule that found it
 * @param title what is wrong
 * @param subject the token or workspace concerned, or whom it is about
 * @param evidence what was seen
 * @param endpoints which endpoints it hits, in words; may be empty
 */
public record Todo(
    String severity, String rule, String title, String subject, String evidence, String endpoints) {
  static Todo of(TodoRow row, String title, Texts texts) {
    String ids =
        Stream.of(row.token(), row.workspace())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" · "));
    String more = row.hits() > row.endpoints().size() ? ", …" : "";
    return new Todo(
        row.severity(),
        row.rule(),
        title,
        ids.isEmpty() ? row.holder() : ids,
        row.times() == 1
            ? row.evidence()
            : row.evidence() + " (" + texts.fill("todo.more", row.times() - 1) + ")",
        row.hits() == 0
            ? ""
            : texts.fill("todo.endpoints", row.hits())
                + " "
                + String.join(", ", row.endpoints())
                + more);
  }
}
