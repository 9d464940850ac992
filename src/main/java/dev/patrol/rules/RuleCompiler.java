package dev.patrol.rules;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;

/** Compiles parsed rule files to Drools' executable model. */
final class RuleCompiler {
  private static final KieServices KIE = KieServices.Factory.get();
  private static final ReleaseId RELEASE = KIE.newReleaseId("dev.patrol", "rules", "1");

  private final List<RuleFile> files;
  private final ParsedRules parsed;

  RuleCompiler(List<RuleFile> files, ParsedRules parsed) {
    this.files = files;
    this.parsed = parsed;
  }

  /**
   * Compiles all files together.
   *
   * @throws ProblemsException with every rule that does not compile
   */
  KieBase compile() {
    Build whole = build(files);
    if (whole.errors().isEmpty()) {
      return KIE.newKieContainer(RELEASE).getKieBase();
    }
    List<Problem> problems = new ArrayList<>();
    for (RuleFile file : files) {
      if (!build(List.of(file)).errors().isEmpty()) {
        parsed.rulesOf(file).forEach(rule -> problems.addAll(problemsOf(file, rule)));
      }
    }
    if (problems.isEmpty()) {
      whole.errors().forEach(text -> problems.add(Problem.in("rules", text)));
    }
    throw new ProblemsException(problems);
  }

  /** Drools reports many rules' errors as one; alone, each rule answers for itself. */
  private List<Problem> problemsOf(RuleFile file, RuleDescr rule) {
    return build(List.of(alone(file, rule))).errors().stream()
        .map(text -> CompileError.locate(file, rule, text))
        .distinct()
        .toList();
  }

  /** The file with every other rule blanked out, so that line numbers stay true. */
  private RuleFile alone(RuleFile file, RuleDescr rule) {
    StringBuilder text = new StringBuilder(file.text());
    for (RuleDescr other : parsed.rulesOf(file)) {
      if (other.getStartCharacter() != rule.getStartCharacter()) {
        int end = Math.min(text.length(), other.getEndCharacter() + 1);
        for (int i = other.getStartCharacter(); i < end; i++) {
          if (text.charAt(i) != '\n') {
            text.setCharAt(i, ' ');
          }
        }
      }
    }
    return new RuleFile(file.name(), text.toString());
  }

  /** What came of a build: nothing wrong, or Drools' own words about it. */
  private record Build(List<String> errors) {}

  private Build build(List<RuleFile> sources) {
    KieFileSystem content = KIE.newKieFileSystem();
    content.generateAndWritePomXML(RELEASE);
    for (RuleFile source : sources) {
      String folder = parsed.packageOf(source).replace('.', '/');
      String name = source.name().replace('/', '_');
      content.write("src/main/resources/" + folder + "/" + name, source.text());
    }
    try {
      KieBuilder builder = KIE.newKieBuilder(content).buildAll(ExecutableModelProject.class);
      return new Build(
          builder.getResults().getMessages(Level.ERROR).stream()
              .map(message -> message.getText().strip())
              .toList());
    } catch (RuntimeException e) {
      // The generator throws at an expression that it cannot parse.
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return new Build(
          List.of(String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString())));
    }
  }
}
