package dev.patrol.catalog;

import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Meaning;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the vendor's codes mean, from a table of code, HTTP status and words of the message. */
public final class AnswerCodes implements AnswerMeanings {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<String> COLUMNS =
      new TreeSet<>(Set.of("code", "http_status", "msg_contains", "meaning", "source"));

  /** The most specific row first: the longest words, then an exact status, then a class of them. */
  private static final Comparator<Row> MOST_SPECIFIC =
      Comparator.comparingInt((Row row) -> -row.words().length())
          .thenComparing(row -> row.status().isEmpty())
          .thenComparing(row -> row.status().endsWith("xx"))
          .thenComparing(Row::words)
          .thenComparing(Row::status);

  private final Map<String, List<Row>> rowsByCode;

  private record Row(String status, String words, Meaning meaning) {
    boolean matches(int httpStatus, String message) {
      boolean sameStatus =
          status.isEmpty()
              || status.equals(Integer.toString(httpStatus))
              || status.equals(httpStatus / 100 + "xx");
      return sameStatus && message.contains(words);
    }
  }

  private AnswerCodes(Map<String, List<Row>> rowsByCode) {
    this.rowsByCode = rowsByCode;
  }

  /** The codes that are documented or were seen, as shipped with the product. */
  public static AnswerCodes standard() {
    return read("answers.csv", Resources.bytes("answers.csv"));
  }

  static AnswerCodes read(String source, byte[] bytes) {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<Row>> rows = new HashMap<>();
    for (Table.Row row : Table.read(source, bytes, COLUMNS, problems)) {
      Meaning meaning = meaning(row.cell("meaning"));
      String status = row.cell("http_status");
      if (meaning == null) {
        String message = "meaning: expected a meaning such as key-refused, got \"";
        problems.add(new Problem(source, row.line(), 0, message + row.cell("meaning") + "\""));
      } else if (!status.matches("|[1-5](?:[0-9][0-9]|xx)")) {
        String message = "http_status: expected a status such as 404 or 4xx, got \"";
        problems.add(new Problem(source, row.line(), 0, message + status + "\""));
      } else {
        String words = row.cell("msg_contains").toLowerCase(Locale.ROOT);
        rows.computeIfAbsent(row.cell("code"), code -> new ArrayList<>())
            .add(new Row(status, words, meaning));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    rows.values().forEach(list -> list.sort(MOST_SPECIFIC));
    return new AnswerCodes(rows);
  }

  @Override
  public Meaning of(int httpStatus, @Nullable String code, @Nullable String msg) {
    if (httpStatus == TOO_MANY_REQUESTS) {
      return Meaning.QUOTA;
    }
    if (code == null || code.isBlank()) {
      return Meaning.SERVICE;
    }
    String message = msg == null ? "" : msg.toLowerCase(Locale.ROOT);
    Meaning known = find(code.strip(), httpStatus, message);
    Meaning meaning = known == null ? find("", httpStatus, message) : known;
    return meaning == null ? Meaning.SERVICE : meaning;
  }

  private @Nullable Meaning find(String code, int httpStatus, String message) {
    for (Row row : rowsByCode.getOrDefault(code, List.of())) {
      if (row.matches(httpStatus, message)) {
        return row.meaning();
      }
    }
    return null;
  }

  private static @Nullable Meaning meaning(String id) {
    for (Meaning meaning : Meaning.values()) {
      if (meaning.id().equals(id) && meaning != Meaning.NOT_ASKED) {
        return meaning;
      }
    }
    return null;
  }
}
