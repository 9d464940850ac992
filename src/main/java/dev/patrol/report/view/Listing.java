package dev.patrol.report.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that a script pages through; without one its first rows are there.
 *
 * @param shown the first rows
 * @param chunks all rows, packed
 * @param size how many rows there are
 * @param left how many of them the page has no room for
 */
public record Listing<R, D>(List<Entry<R, D>> shown, List<Chunk> chunks, long size, long left) {
  public Listing {
    shown = List.copyOf(shown);
    chunks = List.copyOf(chunks);
  }

  /**
   * A row, and what is shown when it is opened.
   *
   * @param row the row
   * @param detail what belongs to it, or null
   */
  public record Entry<R, D>(R row, @Nullable D detail) {}
}
