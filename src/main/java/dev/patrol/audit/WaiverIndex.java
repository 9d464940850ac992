package dev.patrol.audit;

import dev.patrol.model.Finding;
import dev.patrol.model.Waiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the waivers that cover a finding without asking all of them: by rule, and by what the first
 * of its patterns that spells out anything begins with.
 */
final class WaiverIndex<T> {
  private enum Column {
    TOKEN,
    ENDPOINT,
    WORKSPACE,
    NONE;

    private @Nullable String of(Waiver waiver) {
      return switch (this) {
        case TOKEN -> waiver.token();
        case ENDPOINT -> waiver.endpoint();
        case WORKSPACE -> waiver.workspace();
        case NONE -> null;
      };
    }

    private @Nullable String of(Finding finding) {
      return switch (this) {
        case TOKEN -> finding.token();
        case ENDPOINT -> finding.endpoint();
        case WORKSPACE -> finding.workspace();
        case NONE -> null;
      };
    }
  }

  private static final List<Column> IDS = List.of(Column.TOKEN, Column.ENDPOINT, Column.WORKSPACE);

  private record Key(String rule, Column column, String start) {}

  private record Entry<T>(Waiver waiver, T value) {}

  private static final SortedSet<Integer> NO_LENGTHS = Collections.emptySortedSet();

  private final Map<Key, List<Entry<T>>> entries = new HashMap<>();
  private final Map<Column, SortedSet<Integer>> lengths = new EnumMap<>(Column.class);

  /** Adds what stands for a waiver. */
  void add(Waiver waiver, T value) {
    Key key = key(waiver);
    lengths.computeIfAbsent(key.column(), column -> new TreeSet<>()).add(key.start().length());
    entries.computeIfAbsent(key, fresh -> new ArrayList<>()).add(new Entry<>(waiver, value));
  }

  /** What stands for the waivers that cover the finding, ended ones included; in no order. */
  List<T> covering(Finding finding) {
    String rule = finding.rule().id();
    List<T> covering = new ArrayList<>();
    collect(new Key(rule, Column.NONE, ""), finding, covering);
    for (Column column : IDS) {
      String id = column.of(finding);
      if (id != null) {
        for (int length : lengths.getOrDefault(column, NO_LENGTHS).headSet(id.length() + 1)) {
          collect(new Key(rule, column, id.substring(0, length)), finding, covering);
        }
      }
    }
    return covering;
  }

  private void collect(Key key, Finding finding, List<T> covering) {
    for (Entry<T> entry : entries.getOrDefault(key, List.of())) {
      if (entry.waiver().covers(finding)) {
        covering.add(entry.value());
      }
    }
  }

  private static Key key(Waiver waiver) {
    for (Column column : IDS) {
      String pattern = column.of(waiver);
      int star = pattern == null ? 0 : pattern.indexOf('*');
      if (pattern != null && star != 0) {
        String start = star < 0 ? pattern : pattern.substring(0, star);
        return new Key(waiver.rule(), column, start);
      }
    }
    return new Key(waiver.rule(), Column.NONE, "");
  }
}
