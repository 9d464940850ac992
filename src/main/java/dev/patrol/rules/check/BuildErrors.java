package dev.patrol.rules.check;

import dev.patrol.rules.source.RuleFile;
import dev.patrol.rules.source.SourceRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which place of a rule Drools blames, where its names and types all seem to fit. */
final class BuildErrors {
  /** Generated Java and stack traces that follow, or make up, many messages. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)(?:^|\\R)\\s*(?:Java source of |Problem stacktrace|Source :|package ).*");

  /** What it quotes in full, or a name that it blames. */
  private static final Pattern CULPRIT =
      Pattern.compile(
          "find class: ([\\w.]+)|Unknown field (\\w+)|Method (\\w+) on class"
              + "|method (\\w+)\\([^)]*\\)|imported\\. ([\\w.]+)|([$\\w]+) cannot be resolved"
              + "|import ([\\w.]+)|near index \\d+\\R(\\S+)"
              + "|(?s:(?:left part of expression|Analyse Expression):? (.+?):?\\s*$)");

  /** A place within the consequence, whose first line is the one with {@code then}. */
  private static final Pattern IN_CONSEQUENCE =
      Pattern.compile("(?s).*consequence caused by: \\(line (\\d+),col (\\d+)\\) (.*)");

  private final RuleFile file;
  private final SourceRule rule;

  BuildErrors(SourceRule rule) {
    this.file = rule.file();
    this.rule = rule;
  }

  /** The fault behind a message; none when the message only repeats generated code. */
  Optional<Fault> explain(String text) {
    String message = NOISE.matcher(text).replaceFirst("").strip();
    if (message.isEmpty()) {
      return Optional.empty();
    }
    Matcher inConsequence = IN_CONSEQUENCE.matcher(message);
    if (inConsequence.matches()) {
      int offset =
          offset(
              Integer.parseInt(inConsequence.group(1)), Integer.parseInt(inConsequence.group(2)));
      return Optional.of(
          Fault.likely(offset, inConsequence.group(3).strip().lines().findFirst().orElse("")));
    }
    if (message.contains("alphaIndexedBy") || message.contains("betaIndexedBy")) {
      return Optional.of(
          Fault.likely(rule.span().start(), "a field is compared with a value of another type"));
    }
    return Optional.of(
        Fault.likely(
            culprit(message),
            "rule \"%s\" does not compile: %s"
                .formatted(rule.span().name(), message.replaceAll("\\s+", " "))));
  }

  private int offset(int line, int column) {
    int offset = rule.span().consequenceStart();
    int lineStart = file.text().lastIndexOf('\n', offset - 1) + 1;
    for (int i = 1; i < line; i++) {
      int next = file.text().indexOf('\n', lineStart);
      if (next < 0) {
        break;
      }
      lineStart = next + 1;
    }
    return lineStart + column - 1;
  }

  private int culprit(String message) {
    Matcher culprit = CULPRIT.matcher(message);
    while (culprit.find()) {
      for (int group = 1; group <= culprit.groupCount(); group++) {
        int offset = culprit.group(group) == null ? -1 : offset(culprit.group(group));
        if (offset >= 0) {
          return offset;
        }
      }
    }
    return rule.span().start();
  }

  /** Where the words stand: in the rule, else in the file; white space may differ. */
  private int offset(String words) {
    String spaced =
        String.join(
            "\\s*", List.of(words.strip().split("\\s+")).stream().map(Pattern::quote).toList());
    Matcher found = Pattern.compile("(?<!\\w)" + spaced + "(?!\\w)").matcher(file.text());
    if (found.find(rule.span().start()) && found.start() <= rule.span().end()) {
      return found.start();
    }
    return found.find(0) ? found.start() : -1;
  }
}
