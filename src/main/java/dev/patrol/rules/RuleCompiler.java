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
    KieBuilder builder = build(files);
    if (!builder.getResults().hasMessages(Level.ERROR)) {
      return KIE.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }
    List<Problem> problems = new ArrayList<>();
    for (RuleFile file : files) {
      for (RuleDescr rule : parsed.rulesOf(file)) {
        problems.addAll(problemsOf(file, rule));
      }
    }
    if (problems.isEmpty()) {
      builder.getResults().getMessages(Level.ERROR).stream()
          .map(message -> Problem.in("rules", message.getText().strip()))
          .forEach(problems::add);
    }
    throw new ProblemsException(problems);
  }

  /** Drools reports many rules' errors as one; alone, each rule answers for itself. */
  private List<Problem> problemsOf(RuleFile file, RuleDescr rule) {
    KieBuilder builder = build(List.of(alone(file, rule)));
    return builder.getResults().getMessages(Level.ERROR).stream()
        .map(Message::getText)
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

  private KieBuilder build(List<RuleFile> sources) {
    KieFileSystem content = KIE.newKieFileSystem();
    content.generateAndWritePomXML(RELEASE);
    for (RuleFile source : sources) {
      String folder = parsed.packageOf(source).replace('.', '/');
      String name = source.name().replace('/', '_');
      content.write("src/main/resources/" + folder + "/" + name, source.text());
    }
    return KIE.newKieBuilder(content).buildAll(ExecutableModelProject.class);
  }
}
