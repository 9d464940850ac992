package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/**
 * An endpoint in the list of endpoints.
 *
 * @param id the endpoint's id
 * @param token the token's id
 * @param workspace the workspace's id; may be empty
 * @param application the application; may be empty
 * @param method HTTP method
 * @param url the URL as configured
 * @param verdict pass, fail or unknown
 * @param cause why it fails
 * @param alternatives what else it may be
 * @param marks a letter for each step in the guide's order: p, f or u
 * @param answer HTTP status and the vendor's code; empty when there was none
 */
public record EndpointRow(
    String id,
    String token,
    String workspace,
    String application,
    String method,
    String url,
    String verdict,
    String cause,
    List<String> alternatives,
    String marks,
    String answer) {
  /** Stands where a script fills in values. */
  public static final EndpointRow BLANK =
      new EndpointRow("", "", "", "", "", "", "unknown", "none", List.of(), "uuuuuuuuu", "");

  public EndpointRow {
    alternatives = List.copyOf(alternatives);
  }

  /** Writes it as an array. */
  public void write(RowWriter out) throws IOException {
    out.begin();
    out.text(id);
    out.text(token);
    out.word(workspace);
    out.word(application);
    out.word(method);
    out.text(url);
    out.word(verdict);
    out.word(cause);
    out.list(alternatives);
    out.word(marks);
    out.word(answer);
    out.end();
  }

  static EndpointRow read(RowReader in) throws IOException {
    return new EndpointRow(
        in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
        in.list(), in.text(), in.text());
  }
}
