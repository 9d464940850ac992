package dev.patrol.rules.source;

import dev.patrol.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Says in which place of a rule the compiler found fault, and with what. */
public final class CompileError {
  /** Generated Java and stack traces that follow, or make up, many messages. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)(?:^|\\R)\\s*(?:Java source of |Problem stacktrace|Source :|package ).*");

  /** An expression that the compiler quotes in full. */
  private static final Pattern EXPRESSION =
      Pattern.compile("(?s)(?:left part of expression|Analyse Expression):? (.+?):?\\s*$");

  /** A name that it blames. */
  private static final Pattern CULPRIT =
      Pattern.compile(
          "find class: ([\\w.]+)|Unknown field (\\w+)|Method (\\w+) on class"
              + "|method (\\w+)\\([^)]*\\)|imported\\. ([\\w.]+)|([$\\w]+) cannot be resolved"
              + "|import ([\\w.]+)|near index \\d+\\R(\\S+)");

  /** A place within the consequence, whose first line is the one with {@code then}. */
  private static final Pattern IN_CONSEQUENCE =
      Pattern.compile("(?s).*consequence caused by: \\(line (\\d+),col (\\d+)\\) (.*)");

  private final RuleFile file;
  private final RuleDescr rule;

  public CompileError(RuleFile file, RuleDescr rule) {
    this.file = file;
    this.rule = rule;
  }

  /** The problem behind a message; none when the message only repeats generated code. */
  public Optional<Problem> explain(String text) {
    String message = NOISE.matcher(text).replaceFirst("").strip();
    if (message.isEmpty()) {
      return Optional.empty();
    }
    Matcher inConsequence = IN_CONSEQUENCE.matcher(message);
    if (inConsequence.matches()) {
      int line = rule.getConsequenceLine() + Integer.parseInt(inConsequence.group(1)) - 1;
      return Optional.of(
          new Problem(
              file.name(),
              line,
              Integer.parseInt(inConsequence.group(2)),
              inConsequence.group(3).strip()));
    }
    Matcher expression = EXPRESSION.matcher(message);
    if (expression.find()) {
      String quoted = expression.group(1).strip();
      return Optional.of(
          at(offset(quoted), "no such field, or fields of other types, in \"" + quoted + "\""));
    }
    if (message.contains("alphaIndexedBy") || message.contains("betaIndexedBy")) {
      return Optional.of(at(-1, "a field is compared with a value of another type"));
    }
    return Optional.of(at(culprit(message), message));
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
    return -1;
  }

  /** Where the words stand: in the rule, else in the file; white space may differ. */
  private int offset(String words) {
    String spaced =
        String.join("\\s*", List.of(words.split("\\s+")).stream().map(Pattern::quote).toList());
    Pattern pattern = Pattern.compile("(?<!\\w)" + spaced + "(?!\\w)");
    Matcher inRule = pattern.matcher(file.text());
    if (inRule.find(rule.getStartCharacter()) && inRule.start() <= rule.getEndCharacter()) {
      return inRule.start();
    }
    Matcher inFile = pattern.matcher(file.text());
    return inFile.find() ? inFile.start() : -1;
  }

  private Problem at(int offset, String message) {
    if (offset < 0) {
      return new Problem(
          file.name(), rule.getLine(), 1, "rule \"" + rule.getName() + "\": " + message);
    }
    String before = file.text().substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Problem(file.name(), line, offset - (before.lastIndexOf('\n') + 1) + 1, message);
  }
}
