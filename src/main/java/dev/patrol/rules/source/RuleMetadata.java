package dev.patrol.rules.source;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.rules.source.RuleSpan.Annotation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule's annotations. A rule that reports findings has all five; one that only draws
 * conclusions for other rules has its {@code @id} and {@code @guide} alone. What is missing or not
 * known is warned of, and something else holds in its place.
 */
final class RuleMetadata {
  private static final List<String> NAMES = List.of("id", "severity", "guide", "title", "remedy");
  private static final List<String> REPORTING = List.of("severity", "title", "remedy");

  private final RuleFile file;
  private final RuleSpan rule;
  private final Remarks remarks;
  private final Map<String, Annotation> annotations = new LinkedHashMap<>();

  private RuleMetadata(RuleFile file, RuleSpan rule, Remarks remarks) {
    this.file = file;
    this.rule = rule;
    this.remarks = remarks;
  }

  /** The rule's metadata; what is wrong with it is added to the remarks. */
  static RuleInfo read(RuleFile file, RuleSpan rule, Remarks remarks) {
    return new RuleMetadata(file, rule, remarks).read();
  }

  private RuleInfo read() {
    rule.annotations().forEach(this::take);
    boolean annotated = REPORTING.stream().anyMatch(annotations::containsKey);
    boolean reports = annotated || SourceRule.reportingCall(rule).isPresent();
    if (reports && !annotated) {
      warn(
          rule.start(),
          "a rule that reports needs @severity, @title and @remedy; it counts as medium until then");
    }
    return new RuleInfo(
        id(),
        !reports ? Severity.INFO : annotated ? severity() : Severity.MEDIUM,
        guide(),
        annotated ? text("title", rule.name()) : rule.name(),
        annotated ? text("remedy", "") : "",
        file.name(),
        file.lineAt(rule.start()));
  }

  private void take(Annotation annotation) {
    if (!NAMES.contains(annotation.name())) {
      warn(
          annotation.start(),
          "unknown annotation @%s without effect%s"
              .formatted(
                  annotation.name(),
                  Nearest.to(annotation.name(), NAMES)
                      .map(name -> "; did you mean @" + name + "?")
                      .orElse("; expected one of @" + String.join(", @", NAMES))));
      return;
    }
    if (annotations.putIfAbsent(annotation.name(), annotation) != null) {
      warn(
          annotation.start(), "@%s stands twice; the first one holds".formatted(annotation.name()));
      return;
    }
    String value = annotation.value().strip();
    boolean list = !value.startsWith("\"") && value.matches("(?s).*[,\"()=].*");
    if (list) {
      warn(
          annotation.valueStart(),
          "@%s: put the text in quotes: @%s(\"...\")"
              .formatted(annotation.name(), annotation.name()));
    }
  }

  private String id() {
    String fallback = kebab(rule.name());
    String id = text("id", fallback);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      remarks.error(
          file,
          valueStart("id"),
          "@id: expected a name in kebab-case such as \"%s\", got \"%s\"".formatted(kebab(id), id));
    }
    return id;
  }

  private static String kebab(String text) {
    String kebab =
        text.replaceAll("([a-z])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return kebab.isEmpty() ? "unnamed" : kebab;
  }

  private Severity severity() {
    List<String> known = Arrays.stream(Severity.values()).map(Severity::id).toList();
    String text = text("severity", Severity.MEDIUM.id());
    Optional<Severity> severity =
        Arrays.stream(Severity.values()).filter(value -> value.id().equals(text)).findFirst();
    if (severity.isEmpty()) {
      unknown("severity", text, known, Severity.MEDIUM.id());
    }
    return severity.orElse(Severity.MEDIUM);
  }

  private @Nullable Cause guide() {
    List<String> known =
        Stream.concat(
                Stream.of(RuleInfo.HYGIENE),
                Arrays.stream(Cause.values()).filter(value -> value != Cause.NONE).map(Cause::id))
            .toList();
    String text = text("guide", RuleInfo.HYGIENE);
    if (!known.contains(text)) {
      unknown("guide", text, known, RuleInfo.HYGIENE);
      return null;
    }
    return Cause.of(text).orElse(null);
  }

  private void unknown(String name, String text, List<String> known, String instead) {
    String expected =
        Nearest.to(text, known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("expected one of " + String.join(", ", known));
    warn(
        valueStart(name),
        "@%s: unknown %s \"%s\", %s (%s holds until then)"
            .formatted(name, name.equals("guide") ? "cause" : name, text, expected, instead));
  }

  /** The annotation's value; a missing one is warned of. */
  private String text(String name, String fallback) {
    Annotation annotation = annotations.get(name);
    String text = annotation == null ? "" : unquote(annotation.value().strip());
    if (text.isBlank()) {
      warn(
          annotation == null ? rule.start() : annotation.start(),
          "rule \"%s\" needs the annotation @%s%s"
              .formatted(
                  rule.name(),
                  name,
                  fallback.isEmpty() ? "" : "; \"" + fallback + "\" holds until then"));
      return fallback;
    }
    return text;
  }

  private int valueStart(String name) {
    Annotation annotation = annotations.get(name);
    return annotation == null ? rule.start() : annotation.valueStart();
  }

  private static String unquote(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private void warn(int offset, String message) {
    remarks.warn(file, offset, message);
  }
}
