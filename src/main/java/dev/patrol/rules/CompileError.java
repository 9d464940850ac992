package dev.patrol.rules;

import dev.patrol.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Finds the place in a rule file that one of Drools' compile errors speaks about. */
final class CompileError {
  private static final Pattern CULPRIT =
      Pattern.compile(
          "class: (?<type>\\w+)|['\"‘`](?<quoted>[^'\"’`\\n]{1,80})['\"’`]"
              + "|(?:field|method|symbol|variable) (?<symbol>\\w+)|(?<undefined>\\w+)(?:\\([^)]*\\))? is undefined"
              + "|(?<unresolved>\\w+) cannot be resolved");
  private static final Pattern GENERATED_SOURCE =
      Pattern.compile("\\n\\s*(?:package |import |Source :|Java source).*", Pattern.DOTALL);

  private CompileError() {}

  static Problem locate(RuleFile file, RuleDescr rule, String text) {
    String message = GENERATED_SOURCE.matcher("\n" + text).replaceFirst("").strip();
    String shown = message.isEmpty() ? text.strip() : message;
    String body = ruleText(file, rule);
    Matcher culprit = CULPRIT.matcher(shown);
    while (culprit.find()) {
      for (int group = 1; group <= culprit.groupCount(); group++) {
        String word = culprit.group(group);
        int at = word == null ? -1 : indexOfWord(body, word.strip());
        if (at >= 0) {
          return problem(file, rule.getStartCharacter() + at, shown);
        }
      }
    }
    return new Problem(
        file.name(),
        rule.getLine(),
        1,
        "rule \"%s\" does not compile: %s".formatted(rule.getName(), shown));
  }

  private static String ruleText(RuleFile file, RuleDescr rule) {
    int end = Math.min(file.text().length(), rule.getEndCharacter() + 1);
    return file.text().substring(rule.getStartCharacter(), end);
  }

  private static int indexOfWord(String body, String word) {
    if (word.isEmpty()) {
      return -1;
    }
    Matcher whole = Pattern.compile("(?<![\\w])" + Pattern.quote(word) + "(?![\\w])").matcher(body);
    return whole.find() ? whole.start() : -1;
  }

  private static Problem problem(RuleFile file, int offset, String message) {
    String before = file.text().substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = offset - (before.lastIndexOf('\n') + 1) + 1;
    return new Problem(file.name(), line, column, message);
  }
}
