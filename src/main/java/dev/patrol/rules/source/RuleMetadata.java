package dev.patrol.rules.source;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule's annotations. A rule that reports findings has all five; one that only draws
 * conclusions for other rules has its {@code @id} and {@code @guide} alone.
 */
final class RuleMetadata {
  private static final List<String> REPORTING = List.of("severity", "title", "remedy");

  private final RuleFile file;
  private final RuleDescr rule;
  private final List<Problem> problems;

  private RuleMetadata(RuleFile file, RuleDescr rule, List<Problem> problems) {
    this.file = file;
    this.rule = rule;
    this.problems = problems;
  }

  /** The rule's metadata; what is wrong with it is added to the problems. */
  public static RuleInfo read(RuleFile file, RuleDescr rule, List<Problem> problems) {
    return new RuleMetadata(file, rule, problems).read();
  }

  private RuleInfo read() {
    boolean reports = REPORTING.stream().anyMatch(name -> text(name) != null);
    String id = required("id");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problem("@id: expected a name in kebab-case such as token-expired, got \"" + id + "\"");
    }
    return new RuleInfo(
        id,
        reports ? severity() : Severity.INFO,
        guide(),
        reports ? required("title") : rule.getName(),
        reports ? required("remedy") : "",
        file.name(),
        rule.getLine());
  }

  private Severity severity() {
    String text = required("severity");
    Optional<Severity> severity =
        Arrays.stream(Severity.values()).filter(value -> value.id().equals(text)).findFirst();
    if (severity.isEmpty()) {
      problem("@severity: expected critical, high, medium, low or info, got \"" + text + "\"");
    }
    return severity.orElse(Severity.INFO);
  }

  private @Nullable Cause guide() {
    String text = required("guide");
    Optional<Cause> cause = Cause.of(text).filter(value -> value != Cause.NONE);
    if (cause.isEmpty() && !text.equals(RuleInfo.HYGIENE)) {
      String known =
          Arrays.stream(Cause.values())
              .filter(value -> value != Cause.NONE)
              .map(Cause::id)
              .collect(Collectors.joining(", "));
      problem("@guide: expected hygiene or one of " + known + ", got \"" + text + "\"");
    }
    return cause.orElse(null);
  }

  private String required(String name) {
    String text = text(name);
    if (text == null) {
      problem("rule \"" + rule.getName() + "\" needs the annotation @" + name);
      return name.equals("guide") ? RuleInfo.HYGIENE : name.equals("severity") ? "info" : "none";
    }
    return text;
  }

  private @Nullable String text(String name) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    Object value = annotation == null ? null : annotation.getValue();
    String text =
        value instanceof Map<?, ?> map && map.size() == 1
            ? String.valueOf(map.values().iterator().next())
            : value == null ? null : String.valueOf(value);
    return text == null ? null : unquote(text.strip());
  }

  private static String unquote(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private void problem(String message) {
    problems.add(new Problem(file.name(), rule.getLine(), 0, message));
  }
}
