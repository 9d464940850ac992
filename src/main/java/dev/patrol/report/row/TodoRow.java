package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/**
 * One thing to do: what one rule found about one token, as often as it found it.
 *
 * @param rule the rule's id
 * @param severity how much it matters
 * @param token the token's id; may be empty
 * @param workspace the workspace's id, when it is about no endpoint; may be empty
 * @param holder whom it is about when it is about none of these; may be empty
 * @param endpoints the first of the endpoints it hits
 * @param hits how many endpoints it hits
 * @param owner who should act; may be empty
 * @param email how to reach them; may be empty
 * @param evidence what was seen first
 * @param times how many findings it stands for
 * @param due the day by which it must be done; may be empty
 * @param left that day counted from the run's day; empty without a day
 * @param fresh how many of the findings are new
 * @param back how many of them are back again
 * @param since the day on which the first was seen; empty when all are new
 * @param links the vendor's pages that help: a word for the page, a blank and its address
 */
public record TodoRow(
    String rule,
    String severity,
    String token,
    String workspace,
    String holder,
    List<String> endpoints,
    long hits,
    String owner,
    String email,
    String evidence,
    long times,
    String due,
    String left,
    long fresh,
    long back,
    String since,
    List<String> links) {
  public TodoRow {
    endpoints = List.copyOf(endpoints);
    links = List.copyOf(links);
  }

  void write(RowWriter out) throws IOException {
    out.begin();
    out.word(rule);
    out.word(severity);
    out.text(token);
    out.word(workspace);
    out.text(holder);
    out.list(endpoints);
    out.number(hits);
    out.word(owner);
    out.word(email);
    out.text(evidence);
    out.number(times);
    out.word(due);
    out.word(left);
    out.number(fresh);
    out.number(back);
    out.word(since);
    out.list(links);
    out.end();
  }

  static TodoRow read(RowReader in) throws IOException {
    return new TodoRow(
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.list(),
        in.number(),
        in.text(),
        in.text(),
        in.text(),
        in.number(),
        in.text(),
        in.text(),
        in.number(),
        in.number(),
        in.text(),
        in.list());
  }
}
