package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/**
 * An endpoint's walk through the guide, and what to do about it.
 *
 * @param evidence the reason of each mark, in the guide's order
 * @param probe how the answer came about
 * @param said what the service said; empty when it was not asked
 * @param rules ids of the rules that found what is open about it
 * @param curl the corrected request as a shell command; empty when nothing is wrong with it
 * @param changes what was corrected: a word for the part, a blank and which one it is
 * @param placeholders names of what is still to be filled in
 * @param operation the documented operation, such as {@code GET /v1/bots/{bot_id}}; may be empty
 * @param points the permission points it needs
 * @param links the vendor's pages that help: a word for the page, a blank and its address
 * @param support the file with the text for the vendor's support; may be empty
 * @param place where the inventory has it
 * @param fired ids of the rules that fired for it or its token, in their order
 */
public record WalkRow(
    List<String> evidence,
    String probe,
    String said,
    List<String> rules,
    String curl,
    List<String> changes,
    List<String> placeholders,
    String operation,
    List<String> points,
    List<String> links,
    String support,
    String place,
    List<String> fired) {
  /** Stands where a script fills in values. */
  public static final WalkRow BLANK =
      new WalkRow(
          List.of("", "", "", "", "", "", "", "", ""),
          "",
          "",
          List.of(),
          "",
          List.of(),
          List.of(),
          "",
          List.of(),
          List.of(),
          "",
          "",
          List.of());

  public WalkRow {
    evidence = List.copyOf(evidence);
    rules = List.copyOf(rules);
    changes = List.copyOf(changes);
    placeholders = List.copyOf(placeholders);
    points = List.copyOf(points);
    links = List.copyOf(links);
    fired = List.copyOf(fired);
  }

  /** The same with other rules to follow, and none that fired. */
  public WalkRow withRules(List<String> others) {
    return new WalkRow(
        evidence,
        probe,
        said,
        others,
        curl,
        changes,
        placeholders,
        operation,
        points,
        links,
        support,
        place,
        List.of());
  }

  /** Writes it as an array. */
  public void write(RowWriter out) throws IOException {
    out.begin();
    out.phrases(evidence);
    out.phrase(probe);
    out.text(said);
    out.phrases(rules);
    out.text(curl);
    out.list(changes);
    out.phrases(placeholders);
    out.phrase(operation);
    out.phrases(points);
    out.phrases(links);
    out.text(support);
    out.text(place);
    out.phrases(fired);
    out.end();
  }

  static WalkRow read(RowReader in) throws IOException {
    return new WalkRow(
        in.list(), in.text(), in.text(), in.list(), in.text(), in.list(), in.list(), in.text(),
        in.list(), in.list(), in.text(), in.text(), in.list());
  }
}
