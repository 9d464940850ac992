package dev.patrol.rules;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.CompileError;
import dev.patrol.rules.source.ParsedRules;
import dev.patrol.rules.source.RuleFile;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
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
    if (whole.base() != null) {
      return whole.base();
    }
    List<Problem> problems = new ArrayList<>();
    for (RuleFile file : files) {
      if (build(List.of(file)).base() == null) {
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
    CompileError place = new CompileError(file, rule);
    return build(List.of(alone(file, rule))).errors().stream()
        .flatMap(text -> place.explain(text).stream())
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

  /** What came of a build: rules that run, or Drools' own words about what is wrong. */
  private record Build(@Nullable KieBase base, List<String> errors) {}

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
      List<Message> errors = builder.getResults().getMessages(Level.ERROR);
      return errors.isEmpty()
          ? new Build(KIE.newKieContainer(RELEASE).getKieBase(), List.of())
          : new Build(null, errors.stream().map(Message::getText).toList());
    } catch (RuntimeException | LinkageError e) {
      // It throws at expressions that it cannot parse, and at constants that cannot be made.
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return new Build(null, List.of(String.valueOf(root.getMessage())));
    }
  }
}
