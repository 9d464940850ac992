package dev.patrol.model;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A declared list that may be unknown or unlimited: the permission points or the workspaces of a
 * token.
 *
 * @param known whether the inventory says anything
 * @param all whether it says {@code *}: everything, now and later
 * @param items the listed names, sorted; empty when unknown or all
 */
public record Scope(boolean known, boolean all, SortedSet<String> items) {
  private static final SortedSet<String> NOTHING =
      Collections.unmodifiableSortedSet(new TreeSet<>());
  private static final Scope UNKNOWN = new Scope(false, false, NOTHING);
  private static final Scope ALL = new Scope(true, true, NOTHING);

  public Scope {
    items = items.isEmpty() ? NOTHING : Collections.unmodifiableSortedSet(new TreeSet<>(items));
    if (all && !known) {
      throw new IllegalArgumentException("a scope of everything is a known scope");
    }
  }

  /** The inventory does not say. */
  public static Scope unknown() {
    return UNKNOWN;
  }

  /** Everything, now and later. */
  public static Scope everything() {
    return ALL;
  }

  /** Exactly these. */
  public static Scope of(Collection<String> items) {
    return new Scope(true, false, new TreeSet<>(items));
  }

  /** Whether the scope is known to include the name. */
  public boolean covers(String name) {
    return all || items.contains(name);
  }

  /** Whether the scope is known and known not to include the name. */
  public boolean excludes(String name) {
    return known && !covers(name);
  }

  /** Which of the names the scope is known not to include, sorted; none when it is unknown. */
  public SortedSet<String> lacking(Collection<String> names) {
    if (!known || all || items.containsAll(names)) {
      return NOTHING;
    }
    SortedSet<String> lacking = new TreeSet<>(names);
    lacking.removeAll(items);
    return lacking;
  }

  /** A listed name that differs from this one in nothing but upper and lower case, or null. */
  public @Nullable String nearMiss(String name) {
    for (String item : items) {
      if (item.equalsIgnoreCase(name) && !item.equals(name)) {
        return item;
      }
    }
    return null;
  }
}
