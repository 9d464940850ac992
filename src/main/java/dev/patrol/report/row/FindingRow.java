package dev.patrol.report.row;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding in the list of findings.
 *
 * @param rule the rule's id
 * @param severity how much it matters
 * @param status how it stands against earlier runs
 * @param token the token's id; may be empty
 * @param endpoint the endpoint's id; may be empty
 * @param workspace the workspace's id; may be empty
 * @param holder whom it is about when it is about none of these; may be empty
 * @param owner who should act; may be empty
 * @param email how to reach them; may be empty
 * @param evidence what was seen
 * @param due the day by which it must be done; may be empty
 * @param since the day on which it was first seen; may be empty
 * @param waiver why and until when it is accepted, and by whom; empty unless it is
 */
public record FindingRow(
    String rule,
    String severity,
    String status,
    String token,
    String endpoint,
    String workspace,
    String holder,
    String owner,
    String email,
    String evidence,
    String due,
    String since,
    String waiver) {
  /** Stands where a script fills in values. */
  public static final FindingRow BLANK =
      new FindingRow("", "info", "open", "", "", "", "", "", "", "", "", "", "");

  /** What tells it from other findings, for links. */
  public String key() {
    return Stream.of(rule, token, endpoint, workspace, holder)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("~"));
  }

  /** Writes it as an array. */
  public void write(RowWriter out) throws IOException {
    out.begin();
    out.word(rule);
    out.word(severity);
    out.word(status);
    out.text(token);
    out.text(endpoint);
    out.word(workspace);
    out.text(holder);
    out.word(owner);
    out.word(email);
    out.text(evidence);
    out.word(due);
    out.word(since);
    out.word(waiver);
    out.end();
  }

  static FindingRow read(RowReader in) throws IOException {
    return new FindingRow(
        in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
        in.text(), in.text(), in.text(), in.text(), in.text());
  }
}
