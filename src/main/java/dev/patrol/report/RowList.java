package dev.patrol.report;

import dev.patrol.report.view.Chunk;
import dev.patrol.report.view.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list of a page that may be long: its first rows as they are, and all of them packed, by rank
 * and then as they came. What goes beyond the page's room for it is only counted.
 *
 * @param <R> what the list shows and searches
 * @param <D> what it shows of a row that is opened
 */
final class RowList<R, D> {
  /** Rows that are packed together. */
  static final int CHUNK = 1_024;

  /**
   * How much of a list a page carries.
   *
   * @param shown rows that stand in the page as they are
   * @param rows characters of packed rows
   * @param details characters of packed details
   */
  record Room(int shown, long rows, long details) {}

  private final Room room;
  private final PackedRows.Form<R> form;
  private final PackedRows.Form<D> detailForm;
  private final Supplier<PackedRows> writer;
  private final Packing packing;
  private final TreeMap<Integer, Rank> ranks = new TreeMap<>();
  private long size;

  RowList(
      Room room,
      PackedRows.Form<R> form,
      PackedRows.Form<D> detailForm,
      Supplier<PackedRows> writer,
      Packing packing) {
    this.room = room;
    this.packing = packing;
    this.form = form;
    this.detailForm = detailForm;
    this.writer = writer;
  }

  /** A row and what belongs to it; the lowest rank comes first. */
  void add(int rank, R row, @Nullable D detail) {
    size++;
    ranks.computeIfAbsent(rank, fresh -> new Rank()).add(row, detail);
  }

  /** The list as it stands; nothing can be added afterwards. */
  Listing<R, D> finish() {
    List<Listing.Entry<R, D>> shown = new ArrayList<>();
    List<Chunk> chunks = new ArrayList<>();
    long rows = 0;
    long details = 0;
    long carried = 0;
    ranks.values().forEach(Rank::close);
    for (Rank rank : ranks.values()) {
      for (Listing.Entry<R, D> entry : rank.first) {
        if (shown.size() < room.shown()) {
          shown.add(entry);
        }
      }
      for (Chunk chunk : rank.chunks) {
        if (rows + chunk.rows().length() > room.rows()) {
          return new Listing<>(shown, chunks, size, size - carried);
        }
        boolean open = details + chunk.details().length() <= room.details();
        chunks.add(open ? chunk : chunk.closed());
        rows += chunk.rows().length();
        details += open ? chunk.details().length() : 0;
        carried += chunk.size();
      }
    }
    return new Listing<>(shown, chunks, size, size - carried);
  }

  /** The rows of one rank. */
  private final class Rank {
    private final List<Listing.Entry<R, D>> first = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private @Nullable PackedRows rows;
    private @Nullable PackedRows details;
    private int pending;
    private long packed;

    void add(R row, @Nullable D detail) {
      if (first.size() < room.shown()) {
        first.add(new Listing.Entry<>(row, detail));
      }
      if (packed > room.rows()) {
        return;
      }
      PackedRows into = rows == null ? writer.get() : rows;
      rows = into;
      into.add(form, row);
      if (detail != null) {
        PackedRows beside = details == null ? writer.get() : details;
        details = beside;
        beside.add(detailForm, detail);
      }
      if (++pending == CHUNK) {
        close();
      }
    }

    void close() {
      if (rows != null) {
        String text = rows.base64(packing);
        chunks.add(new Chunk(pending, text, details == null ? "" : details.base64(packing)));
        packed += text.length();
      }
      rows = null;
      details = null;
      pending = 0;
    }
  }
}
