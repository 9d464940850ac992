package dev.patrol.report.view;

import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The fixed texts of the pages in both languages, and the one that a page is opened in. */
public final class Languages {
  private static final Texts EN = new Texts("en");
  private static final Texts ZH = new Texts("zh");
  private static final Map<String, Say> FIXED = new ConcurrentHashMap<>();

  /** Texts with small numbers come up on every page. */
  private static final Map<Filled, Say> FILLED = new ConcurrentHashMap<>();

  private static final int MOST_FILLED = 2_000;

  private record Filled(String key, List<Object> values) {}

  private static final Map<String, String> TONES =
      Map.of(
          "none", "pass",
          "valid", "pass",
          "expiring", "unknown",
          "unknown", "unknown",
          "resource", "other",
          "quota", "other",
          "risk-control", "other",
          "service", "other");

  /** Words of the model that a page's script puts in. */
  public static final List<String> WORDS =
      Stream.of(
              words("verdict", Verdict.values(), Verdict::id),
              words("severity", Severity.values(), Severity::id),
              words("status", FindingStatus.values(), FindingStatus::id),
              words("state", TokenState.values(), TokenState::id),
              words("cause", Cause.values(), Cause::id),
              EN.keys().filter(key -> key.startsWith("change.") || key.startsWith("link.")))
          .flatMap(words -> words)
          .toList();

  private final String first;

  /** Opens pages in the language with that tag. */
  public Languages(String first) {
    this.first = first;
  }

  /** The tag of the language that a page is opened in. */
  public String first() {
    return first;
  }

  /** A text as it stands. */
  public Say get(String key) {
    return FIXED.computeIfAbsent(key, fresh -> new Say(EN.get(fresh), ZH.get(fresh)));
  }

  /** A text in the language that the page is opened in. */
  public String plain(String key) {
    return get(key).in(first);
  }

  /** A text with values filled in; each may be a {@link Say}. */
  public Say fill(String key, Object... values) {
    boolean counted = Stream.of(values).allMatch(Number.class::isInstance);
    return counted && FILLED.size() < MOST_FILLED
        ? FILLED.computeIfAbsent(new Filled(key, List.of(values)), fresh -> say(key, values))
        : say(key, values);
  }

  private static Say say(String key, Object... values) {
    return new Say(EN.fill(key, in("en", values)), ZH.fill(key, in("zh", values)));
  }

  /** A number with each language's grouping. */
  public Say number(long number) {
    return FILLED.size() < MOST_FILLED
        ? FILLED.computeIfAbsent(
            new Filled("", List.of(number)), fresh -> new Say(EN.number(number), ZH.number(number)))
        : new Say(EN.number(number), ZH.number(number));
  }

  /** A day counted from the run's day, such as "in 3 days"; nothing for an empty text. */
  public Say days(String left) {
    if (left.isEmpty()) {
      return Say.both("");
    }
    long days = Long.parseLong(left);
    return fill("days", days, Math.abs(days));
  }

  private static Object[] in(String lang, Object... values) {
    Object[] translated = values.clone();
    for (int i = 0; i < translated.length; i++) {
      if (translated[i] instanceof Say say) {
        translated[i] = say.in(lang);
      }
    }
    return translated;
  }

  /** The name of the guide's step that a rule decides. */
  public Say guide(String id) {
    return get((Steps.IDS.contains(id) ? "step." : "cause.") + id);
  }

  private static <E> Stream<String> words(String kind, E[] values, Function<E, String> id) {
    return Arrays.stream(values).map(value -> kind + "." + id.apply(value));
  }

  /** As {@link #tone(String, String)}, for a key such as {@code cause.quota}. */
  public static String tone(String key) {
    int dot = key.indexOf('.');
    return tone(key.substring(0, dot), key.substring(dot + 1));
  }

  /** What colours a word of the model: a style class, by the kind of word and its id. */
  public static String tone(String kind, String id) {
    return kind.equals("verdict") || kind.equals("severity") || kind.equals("status")
        ? id
        : TONES.getOrDefault(id, "fail");
  }
}
