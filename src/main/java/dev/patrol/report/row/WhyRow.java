package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/**
 * Why a finding was made.
 *
 * @param fired ids of the rules that fired for what it is about, in their order
 */
public record WhyRow(List<String> fired) {
  /** Stands where nothing is known of it. */
  public static final WhyRow BLANK = new WhyRow(List.of());

  public WhyRow {
    fired = List.copyOf(fired);
  }

  /** Writes it as an array. */
  public void write(RowWriter out) throws IOException {
    out.begin();
    out.phrases(fired);
    out.end();
  }

  static WhyRow read(RowReader in) throws IOException {
    return new WhyRow(in.list());
  }
}
