package dev.patrol.report;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was made of long texts lately: rules say the same of many things. Bounded, and each place is
 * taken by the last that came, so that nothing has to be looked for or cleared away. For any
 * thread: an entry is immutable, and a lost one is only made again.
 */
final class RecentTexts<T> {
  /** Below this it is cheaper to make safe than to look for. */
  private static final int SHORTEST = 20;

  private static final int LONGEST = 1_000;
  private static final int PLACES = 1 << 11;

  private record Entry<T>(String text, T made) {}

  private final @Nullable Object[] entries = new @Nullable Object[PLACES];
  private final int shortest;
  private final Function<String, T> maker;
  private final Predicate<T> lasting;

  RecentTexts(Function<String, T> maker) {
    this(SHORTEST, maker);
  }

  /** Keeps texts from so many characters on. */
  RecentTexts(int shortest, Function<String, T> maker) {
    this(shortest, maker, made -> true);
  }

  private RecentTexts(int shortest, Function<String, T> maker, Predicate<T> lasting) {
    this.shortest = shortest;
    this.maker = maker;
    this.lasting = lasting;
  }

  /** The same, but of a text whose result is not such a one nothing is kept. */
  RecentTexts<T> keeping(Predicate<T> wanted) {
    return new RecentTexts<>(shortest, maker, wanted);
  }

  @SuppressWarnings("unchecked") // Only entries of this type are put there.
  T get(String text) {
    int length = text.length();
    if (length < shortest || length > LONGEST) {
      return maker.apply(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Entry<T> entry = (Entry<T>) entries[place];
    if (entry != null && entry.text().equals(text)) {
      return entry.made();
    }
    T made = maker.apply(text);
    if (lasting.test(made)) {
      entries[place] = new Entry<>(text, made);
    }
    return made;
  }
}
