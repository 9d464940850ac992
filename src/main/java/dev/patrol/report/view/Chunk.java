package dev.patrol.report.view;

/**
 * Rows that are packed together: JSON, deflated, in Base64.
 *
 * @param size how many rows there are
 * @param rows the rows
 * @param details what is shown of each when it is opened; empty when the page has no room for it
 */
public record Chunk(int size, String rows, String details) {
  /** The same rows without what is shown when one is opened. */
  public Chunk closed() {
    return new Chunk(size, rows, "");
  }
}
