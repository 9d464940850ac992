package dev.patrol.rules.source;

import dev.patrol.model.RuleInfo;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Rule files after their syntax was checked: what each rule says about itself, before anything is
 * compiled.
 */
public final class ParsedRules {
  private static final Pattern POSITION =
      Pattern.compile("(?:\\[ERR \\d+] )?Line (\\d+):(\\d+) (.*)", Pattern.DOTALL);

  private final Map<String, RuleInfo> byName = new LinkedHashMap<>();
  private final Map<String, List<RuleDescr>> rulesByFile = new LinkedHashMap<>();
  private final Map<String, String> packages = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ParsedRules() {}

  /**
   * Parses the files.
   *
   * @throws ProblemsException with all syntax errors and all wrong metadata
   */
  public static ParsedRules parse(List<RuleFile> files) {
    ParsedRules parsed = new ParsedRules();
    files.forEach(parsed::parse);
    parsed.refuseDoubledIds();
    if (!parsed.problems.isEmpty()) {
      throw new ProblemsException(parsed.problems);
    }
    return parsed;
  }

  private void parse(RuleFile file) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    @Nullable PackageDescr content = null;
    try {
      content = parser.parse(false, file.text());
    } catch (DroolsParserException | RuntimeException e) {
      problems.add(Problem.in(file.name(), "cannot be parsed: " + e.getMessage()));
    }
    for (DroolsError error : parser.getErrors()) {
      problems.add(syntaxProblem(file, error));
    }
    if (content == null || parser.hasErrors()) {
      return;
    }
    packages.put(file.name(), content.getNamespace());
    rulesByFile.put(file.name(), content.getRules());
    for (RuleDescr rule : content.getRules()) {
      RuleInfo info = RuleMetadata.read(file, rule, problems);
      RuleInfo other = byName.put(key(content.getNamespace(), rule.getName()), info);
      if (other != null) {
        problems.add(
            new Problem(
                file.name(),
                rule.getLine(),
                0,
                "rule \"%s\" stands at %s:%d already"
                    .formatted(rule.getName(), other.file(), other.line())));
      }
    }
  }

  private static Problem syntaxProblem(RuleFile file, DroolsError error) {
    Matcher position = POSITION.matcher(error.getMessage());
    if (position.matches()) {
      return new Problem(
          file.name(),
          Math.max(1, Integer.parseInt(position.group(1))),
          Integer.parseInt(position.group(2)) + 1,
          position.group(3).strip());
    }
    int[] lines = error.getLines();
    return new Problem(
        file.name(), lines.length == 0 ? 0 : Math.max(0, lines[0]), 0, error.getMessage().strip());
  }

  private void refuseDoubledIds() {
    Map<String, RuleInfo> byId = new LinkedHashMap<>();
    for (RuleInfo rule : byName.values()) {
      RuleInfo other = byId.putIfAbsent(rule.id(), rule);
      if (other != null) {
        problems.add(
            new Problem(
                rule.file(),
                rule.line(),
                0,
                "@id: \"%s\" is taken by %s:%d".formatted(rule.id(), other.file(), other.line())));
      }
    }
  }

  /** The rules' metadata, in the order of the files. */
  public Collection<RuleInfo> infos() {
    return byName.values();
  }

  /** Metadata by package and rule name, as {@link #key} joins them. */
  public Map<String, RuleInfo> byName() {
    return byName;
  }

  /** The rules of a file, in their order. */
  public List<RuleDescr> rulesOf(RuleFile file) {
    return rulesByFile.getOrDefault(file.name(), List.of());
  }

  /** The package that a file declares. */
  public String packageOf(RuleFile file) {
    return packages.getOrDefault(file.name(), "");
  }

  /** What identifies a rule within the rule base. */
  public static String key(String packageName, String ruleName) {
    return packageName + "/" + ruleName;
  }
}
