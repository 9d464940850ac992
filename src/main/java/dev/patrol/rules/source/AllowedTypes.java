package dev.patrol.rules.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What rule files may name beside their own types: the model, a few types of the JDK that reach
 * neither files nor network nor processes, and what the configuration adds.
 */
public final class AllowedTypes {
  /** Always open; a package ends in {@code .*} and is meant without those below it. */
  public static final List<String> ALWAYS =
      Stream.of(
              Stream.of("dev.patrol.model.*"),
              named(
                  "java.lang",
                  "Object String CharSequence StringBuilder Character Number Integer Long Double"
                      + " Float Short Byte Boolean Void Math StrictMath Comparable Iterable Enum"
                      + " Record Override Exception RuntimeException IllegalArgumentException"
                      + " IllegalStateException NullPointerException NumberFormatException"
                      + " ArithmeticException IndexOutOfBoundsException ClassCastException"
                      + " UnsupportedOperationException"),
              named(
                  "java.util",
                  "Collection Collections List ArrayList LinkedList Set HashSet LinkedHashSet"
                      + " SortedSet NavigableSet TreeSet EnumSet Map HashMap LinkedHashMap"
                      + " SortedMap NavigableMap TreeMap EnumMap Queue Deque ArrayDeque"
                      + " PriorityQueue Iterator ListIterator Comparator Arrays Objects Optional"
                      + " OptionalInt OptionalLong OptionalDouble StringJoiner Locale UUID BitSet"
                      + " NoSuchElementException IntSummaryStatistics LongSummaryStatistics"
                      + " DoubleSummaryStatistics"),
              named("java.util.regex", "Pattern Matcher MatchResult"),
              Stream.of(
                  "java.util.function.*",
                  "java.util.stream.*",
                  "java.time.*",
                  "java.time.chrono.*",
                  "java.time.format.*",
                  "java.time.temporal.*",
                  "java.math.*"))
          .flatMap(names -> names)
          .toList();

  private final Set<String> names;

  private AllowedTypes(Set<String> names) {
    this.names = names;
  }

  private static Stream<String> named(String packageName, String types) {
    return Pattern.compile(" ").splitAsStream(types).map(type -> packageName + "." + type);
  }

  /**
   * The types that are always open and some more.
   *
   * @param more full names of classes, or of packages with {@code .*} at the end
   */
  public static AllowedTypes with(List<String> more) {
    Set<String> names = new LinkedHashSet<>(ALWAYS);
    names.addAll(more);
    return new AllowedTypes(names);
  }

  /**
   * Whether a class may be named. A nested class, joined by {@code $}, is as open as the one around
   * it.
   */
  public boolean allows(String qualifiedName) {
    int nested = qualifiedName.indexOf('$');
    String name = nested < 0 ? qualifiedName : qualifiedName.substring(0, nested);
    return names.contains(name) || names.contains(packageOf(name) + ".*");
  }

  /** Whether all types of a package, or some, may be named. */
  public boolean allowsSomeOf(String packageName) {
    return names.stream().anyMatch(name -> packageOf(name).equals(packageName));
  }

  private static String packageOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }
}
