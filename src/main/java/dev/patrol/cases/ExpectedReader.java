package dev.patrol.cases;

import dev.patrol.cases.Expected.Find;
import dev.patrol.model.Cause;
import dev.patrol.model.Severity;
import dev.patrol.model.Verdict;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.Node.Scalar;
import dev.patrol.yaml.Node.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the part of a case that says what the rules make of its world. */
final class ExpectedReader {
  private final Keys keys;
  private final CaseKind kind;
  private final Mistakes mistakes;

  ExpectedReader(Keys keys, CaseKind kind, Mistakes mistakes) {
    this.keys = keys;
    this.kind = kind;
    this.mistakes = mistakes;
  }

  Expected read() {
    boolean all = keys.has("all");
    TreeSet<String> rules = new TreeSet<>(keys.texts("all"));
    return new Expected(
        finds(),
        keys.has("causes") ? byEndpoint("causes", this::cause) : null,
        keys.has("alternatives") ? byEndpoint("alternatives", this::causes) : null,
        byEndpoint("steps", this::steps),
        byEndpoint("verdicts", this::verdict),
        all ? rules : null);
  }

  private @Nullable List<Find> finds() {
    boolean given = keys.has("finds");
    List<Node> items = keys.items("finds");
    if (!given) {
      return null;
    }
    List<Find> finds = new ArrayList<>();
    for (Node item : items) {
      if (kind != CaseKind.FIRING) {
        mistakes.at(item, "finds: a " + kind.id() + " case finds nothing of its rule");
      } else {
        finds.add(find(item));
      }
    }
    return finds;
  }

  private Find find(Node item) {
    if (item instanceof Scalar scalar) {
      return new Find(scalar.text(), null, null, null);
    }
    Keys find = Keys.of(item, mistakes);
    String on = find.text("on");
    if (on == null && item instanceof Mapping) {
      mistakes.at(item, "on: expected the id of what the finding is about");
    }
    Find read =
        new Find(
            on == null ? "" : on,
            find.text("evidence"),
            find.value("severity", "one of " + severities(), ExpectedReader::severity, null),
            find.value("due", "a day such as 2026-12-01", LocalDate::parse, null));
    find.finish();
    return read;
  }

  private <T> Map<String, T> byEndpoint(String name, Function<Node, @Nullable T> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    Node value = keys.take(name);
    if (value instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        T each = reader.apply(entry.value());
        if (each != null) {
          read.put(entry.name(), each);
        }
      }
    } else if (value != null && !(value instanceof Empty)) {
      mistakes.at(value, name + ": expected ids of endpoints with values");
    }
    return read;
  }

  private @Nullable Cause cause(Node value) {
    return value instanceof Scalar scalar ? cause(value, scalar.text()) : noCause(value, "");
  }

  private List<Cause> causes(Node value) {
    List<Node> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
    List<Cause> causes = new ArrayList<>();
    for (Node item : items) {
      Cause cause = cause(item);
      if (cause != null) {
        causes.add(cause);
      }
    }
    return causes;
  }

  private @Nullable Cause cause(Node at, String word) {
    return Cause.of(word).orElseGet(() -> noCause(at, ", got \"" + word + "\""));
  }

  private @Nullable Cause noCause(Node at, String got) {
    String known = Arrays.stream(Cause.values()).map(Cause::id).collect(Collectors.joining(", "));
    mistakes.at(at, "expected one of " + known + got);
    return null;
  }

  private Map<Cause, Verdict> steps(Node value) {
    Map<Cause, Verdict> steps = new LinkedHashMap<>();
    if (!(value instanceof Mapping mapping)) {
      mistakes.at(value, "steps: expected steps such as key.validity with pass, fail or unknown");
      return steps;
    }
    for (Entry entry : mapping.entries()) {
      Cause step = Cause.of(entry.name()).filter(Cause::isStep).orElse(null);
      Verdict verdict = verdict(entry.value());
      if (step == null) {
        String known = Cause.steps().stream().map(Cause::id).collect(Collectors.joining(", "));
        mistakes.at(entry, entry.name() + ": expected one of " + known);
      } else if (verdict != null) {
        steps.put(step, verdict);
      }
    }
    return steps;
  }

  private @Nullable Verdict verdict(Node value) {
    String word = value instanceof Scalar scalar ? scalar.text() : "";
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().toLowerCase(Locale.ROOT).equals(word)) {
        return verdict;
      }
    }
    mistakes.at(value, "expected pass, fail or unknown, got \"" + word + "\"");
    return null;
  }

  private static Severity severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(value -> value.id().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static String severities() {
    return Arrays.stream(Severity.values()).map(Severity::id).collect(Collectors.joining(", "));
  }
}
