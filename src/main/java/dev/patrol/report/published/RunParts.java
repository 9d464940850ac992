package dev.patrol.report.published;

import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Flips;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parts of {@code audit.json}; fields that are not known here are passed over. */
final class RunParts {
  private final JsonFile json;
  private final int owners;

  RunParts(JsonFile json, int owners) {
    this.json = json;
    this.owners = owners;
  }

  static RunHead head(JsonFile json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    boolean[] offline = {false};
    json.object(
        name -> {
          if (name.equals("offline")) {
            offline[0] = json.flag();
          } else {
            texts.put(name, json.text());
          }
        });
    Instant startedAt = instant(json, texts.getOrDefault("started_at", ""));
    String id = texts.get("id");
    if (id == null) {
      throw json.damaged("it does not name its run");
    }
    return new RunHead(
        id,
        startedAt,
        zone(json, texts.getOrDefault("zone", "")),
        texts.getOrDefault("version", ""),
        texts.getOrDefault("inventory", ""),
        offline[0],
        Locale.forLanguageTag(texts.getOrDefault("lang", "en")));
  }

  static PublishedOwner owner(JsonFile json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    boolean[] unowned = {false};
    json.object(
        name -> {
          switch (name) {
            case "name", "email", "page", "csv" -> texts.put(name, json.text());
            case "unowned" -> unowned[0] = json.flag();
            default -> json.skip();
          }
        });
    return new PublishedOwner(
        texts.getOrDefault("name", ""),
        texts.getOrDefault("email", ""),
        texts.getOrDefault("page", ""),
        texts.getOrDefault("csv", ""),
        unowned[0]);
  }

  static PublishedRule rule(JsonFile json, RunVisitor visitor) throws IOException {
    Map<String, String> texts = new HashMap<>();
    json.object(
        name -> {
          switch (name) {
            case "rule", "title", "remedy" -> texts.put(name, json.text());
            default -> json.skip();
          }
        });
    PublishedRule rule =
        new PublishedRule(
            texts.getOrDefault("rule", ""),
            texts.getOrDefault("title", ""),
            texts.getOrDefault("remedy", ""));
    visitor.rule(rule);
    return rule;
  }

  static Flips flips(JsonFile json) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    json.object(name -> counts.put(name, json.number()));
    try {
      return new Flips(counts.getOrDefault("flipped", 0L), counts.getOrDefault("known", 0L));
    } catch (IllegalArgumentException e) {
      throw json.damaged("flips: " + e.getMessage());
    }
  }

  /** Its endpoints and findings go first, as its own state stands after its name only. */
  String token(RunVisitor visitor) throws IOException {
    Draft draft = new Draft();
    json.object(
        name -> {
          switch (name) {
            case "token" -> draft.token = json.id();
            case "state" -> draft.state = json.word(words(TokenState.values(), TokenState::id));
            case "expires_at" -> draft.end = json.text();
            case "owners" -> draft.owners = positions();
            case "endpoints" -> json.array(() -> endpoint(draft.token, visitor));
            case "findings" -> json.array(() -> finding(visitor));
            default -> json.skip();
          }
        });
    visitor.token(new PublishedToken(draft.token, draft.state, draft.end, draft.owners));
    return draft.token;
  }

  private String endpoint(String token, RunVisitor visitor) throws IOException {
    Draft draft = new Draft();
    json.object(
        name -> {
          switch (name) {
            case "endpoint" -> draft.endpoint = json.id();
            case "verdict" -> draft.verdict = json.word(words(Verdict.values(), Verdict::id));
            case "cause" -> draft.cause = json.word(Cause::of);
            case "alternatives" -> draft.alternatives = json.list(() -> json.word(Cause::of));
            default -> json.skip();
          }
        });
    visitor.endpoint(
        new PublishedEndpoint(
            draft.endpoint, token, draft.verdict, draft.cause, draft.alternatives));
    return draft.endpoint;
  }

  /** Reads one; what it is about, and who owns it, stand in it wherever it stands. */
  String finding(RunVisitor visitor) throws IOException {
    Draft draft = new Draft();
    json.object(name -> finding(name, draft));
    visitor.finding(
        new PublishedFinding(
            draft.rule,
            draft.guide,
            draft.severity,
            draft.status,
            new Subject(draft.token, draft.endpoint, draft.workspace, draft.holder),
            draft.owners,
            draft.evidence,
            draft.due,
            draft.firstSeen));
    return draft.rule;
  }

  private void finding(String name, Draft draft) throws IOException {
    switch (name) {
      case "rule" -> draft.rule = json.id();
      case "guide" -> draft.guide = json.id();
      case "severity" -> draft.severity = json.word(words(Severity.values(), Severity::id));
      case "status" -> draft.status = json.word(words(FindingStatus.values(), FindingStatus::id));
      case "token" -> draft.token = json.id();
      case "endpoint" -> draft.endpoint = json.id();
      case "workspace" -> draft.workspace = json.id();
      case "holder" -> draft.holder = json.id();
      case "owners" -> draft.owners = positions();
      case "evidence" -> draft.evidence = json.text();
      case "due" -> draft.due = instant(json, json.text());
      case "first_seen" -> draft.firstSeen = instant(json, json.text());
      default -> json.skip();
    }
  }

  private List<Integer> positions() throws IOException {
    List<Integer> positions = new ArrayList<>();
    json.array(
        () -> {
          long position = json.number();
          if (position < 0 || position >= owners) {
            throw json.damaged("expected the position of one of " + owners + " owners");
          }
          return positions.add((int) position);
        });
    return positions;
  }

  private static <T> JsonFile.Word<T> words(T[] values, Function<T, String> id) {
    return word -> Arrays.stream(values).filter(value -> id.apply(value).equals(word)).findFirst();
  }

  private static Instant instant(JsonFile json, String text) throws IOException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw json.damaged("expected a time such as 2026-12-01T23:59:59+08:00");
    }
  }

  private static ZoneId zone(JsonFile json, String text) throws IOException {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw json.damaged("expected a time zone such as Asia/Shanghai");
    }
  }

  /** What has been read of one part so far. */
  private static final class Draft {
    private String token = "";
    private String endpoint = "";
    private String workspace = "";
    private String holder = "";
    private String rule = "";
    private String guide = "";
    private String evidence = "";
    private String end = "";
    private TokenState state = TokenState.UNKNOWN;
    private Verdict verdict = Verdict.UNKNOWN;
    private Cause cause = Cause.NONE;
    private List<Cause> alternatives = List.of();
    private List<Integer> owners = List.of();
    private Severity severity = Severity.INFO;
    private FindingStatus status = FindingStatus.OPEN;
    private @Nullable Instant due;
    private @Nullable Instant firstSeen;
  }
}
