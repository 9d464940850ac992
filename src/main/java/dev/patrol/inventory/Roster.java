package dev.patrol.inventory;

import dev.patrol.model.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The good rows of a file by id, and the ids of those that were refused. */
final class Roster<T> {
  private final Sheet sheet;
  private final List<T> entries = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, Place> refused = new HashMap<>();

  /** Makes an entry of a row; null when the row is refused. */
  interface Reader<T> {
    @Nullable T read(Row row, String id);
  }

  private Roster(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Reads a file whose rows are all kept in memory. */
  static <T> Roster<T> read(CsvFile file, Issues issues, Reader<T> reader) {
    Roster<T> roster = new Roster<>(file.header().sheet());
    file.read(
        issues,
        new CsvFile.Visitor() {
          @Override
          public void row(Row row, long offset, int length) {
            roster.add(row, reader);
          }

          @Override
          public void damaged(Place place, List<String> soundCells) {
            int i = file.header().place(roster.sheet.idColumn());
            if (i < soundCells.size()) {
              roster.refuse(Characters.trim(soundCells.get(i)), place);
            }
          }
        });
    return roster;
  }

  /** All entries in the file's order. */
  List<T> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The entry's number in {@link #entries}, or -1. */
  int ordinal(String id) {
    return ordinals.getOrDefault(id, -1);
  }

  /** The entry, or null when there is none. */
  @Nullable T find(String id) {
    int ordinal = ordinal(id);
    return ordinal < 0 ? null : entries.get(ordinal);
  }

  /** The ids of the rows that were refused. */
  Set<String> refusedIds() {
    return Collections.unmodifiableSet(refused.keySet());
  }

  /** Why there is no such entry, as an expectation. */
  String absence(String id) {
    Place place = refused.get(id);
    String column = sheet.idColumn();
    return place == null
        ? "expected a %s of %s".formatted(column, sheet.file())
        : "%s \"%s\" was refused at %s".formatted(column, id, place);
  }

  private void add(Row row, Reader<T> reader) {
    String column = sheet.idColumn();
    String id = row.required(column);
    row.reportNameless();
    int earlier = ordinal(id);
    if (earlier >= 0) {
      row.refuse(column, id, "expected a unique id, it stands at " + places.get(earlier) + " too");
      return;
    }
    T entry = reader.read(row, id);
    if (entry == null || row.refused()) {
      refuse(id, row.place());
      return;
    }
    ordinals.put(id, entries.size());
    entries.add(entry);
    places.add(row.place());
  }

  private void refuse(String id, Place place) {
    refused.putIfAbsent(id, place);
  }
}
