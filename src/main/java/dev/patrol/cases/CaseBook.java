package dev.patrol.cases;

import dev.patrol.catalog.AnswerCodes;
import dev.patrol.catalog.Catalog;
import dev.patrol.config.Nearest;
import dev.patrol.model.RuleInfo;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.RuleBook;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All cases that stand beside the rule files of a folder. */
public final class CaseBook {
  /** How the name of a case file ends; before it stands the name of its rule file. */
  public static final String ENDING = ".cases.yaml";

  private static final String RULES = ".drl";

  private final Path folder;
  private final List<RuleCase> cases;
  private final List<CaseFile.Group> groups;

  private CaseBook(Path folder, List<RuleCase> cases, List<CaseFile.Group> groups) {
    this.folder = folder;
    this.cases = List.copyOf(cases);
    this.groups = List.copyOf(groups);
  }

  /**
   * Reads every case file below a folder.
   *
   * @param catalog what the cases' requests are held against
   * @throws ProblemsException with everything that is wrong with them, with file, line and column
   */
  public static CaseBook read(Path folder, Catalog catalog) {
    List<Problem> problems = new ArrayList<>();
    List<RuleCase> cases = new ArrayList<>();
    List<CaseFile.Group> groups = new ArrayList<>();
    try (Stage stage = new Stage()) {
      FactsBuilder builder = new FactsBuilder(stage, catalog, AnswerCodes.standard());
      for (Path path : paths(folder)) {
        Mistakes mistakes = new Mistakes(path.toString());
        try {
          CaseFile file = CaseFile.read(text(path), builder, mistakes);
          cases.addAll(file.cases());
          groups.addAll(file.groups());
        } catch (ProblemsException e) {
          problems.addAll(e.problems());
        }
        problems.addAll(mistakes.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new CaseBook(folder, cases, groups);
  }

  /** The cases, by file and line. */
  public List<RuleCase> cases() {
    return cases;
  }

  /**
   * The same cases, after a look at whether the rules that they name are there, in the rule file
   * beside them.
   *
   * @throws ProblemsException naming each that is not
   */
  public CaseBook checkedAgainst(RuleBook rules) {
    Map<String, RuleInfo> known = new HashMap<>();
    rules.rules().forEach(rule -> known.put(rule.id(), rule));
    List<Problem> problems = new ArrayList<>();
    for (CaseFile.Group group : groups) {
      RuleInfo rule = known.get(group.rule());
      if (rule == null) {
        Optional<String> meant = Nearest.to(group.rule(), known.keySet());
        String hint = meant.map(id -> " (did you mean " + id + "?)").orElse("");
        problems.add(problem(group, "there is no rule " + group.rule() + hint));
      } else if (!caseFile(rule).equals(Path.of(group.file()))) {
        problems.add(problem(group, group.rule() + ": expected its cases in " + caseFile(rule)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return this;
  }

  private static Problem problem(CaseFile.Group group, String message) {
    return new Problem(group.file(), group.line(), group.column(), message);
  }

  private Path caseFile(RuleInfo rule) {
    String file = rule.file();
    String beside = file.endsWith(RULES) ? file.substring(0, file.length() - RULES.length()) : file;
    return folder.resolve(beside + ENDING);
  }

  /**
   * Runs one case, on a session of its own.
   *
   * @param rules all rules, none switched off
   */
  public static CaseResult run(RuleCase tried, RuleBook rules) {
    boolean reports =
        rules.rules().stream().anyMatch(rule -> rule.id().equals(tried.rule()) && rule.reports());
    Verdicts found = Verdicts.of(tried.facts(), rules);
    return new CaseResult(tried, Difference.between(tried, found, reports));
  }

  /**
   * Runs the cases of some rules.
   *
   * @param rules all rules, none switched off
   * @param chosen the ids of those to try
   * @throws ProblemsException as {@link #checkedAgainst}
   */
  public CaseTrial run(RuleBook rules, Set<String> chosen) {
    checkedAgainst(rules);
    List<RuleInfo> tried =
        rules.rules().stream().filter(rule -> chosen.contains(rule.id())).toList();
    List<RuleCase> own = cases.stream().filter(each -> chosen.contains(each.rule())).toList();
    List<CaseResult> results = own.parallelStream().map(each -> run(each, rules)).toList();
    return new CaseTrial(tried.size(), results, Coverage.of(rules.rules(), tried, own));
  }

  private static List<Path> paths(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(path -> path.toString().endsWith(ENDING) && Files.isRegularFile(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(folder.toString(), "cannot be read: " + e.getMessage()));
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new ProblemsException(Problem.in(path.toString(), "expected UTF-8 text"));
    } catch (IOException e) {
      throw new ProblemsException(Problem.in(path.toString(), "cannot be read: " + e.getMessage()));
    }
  }
}
