package dev.patrol.rules.check;

import dev.patrol.rules.source.SourceRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.util.PortablePath;
import org.kie.memorycompiler.CompilationProblem;
import org.kie.memorycompiler.JavaCompiler;
import org.kie.memorycompiler.resources.MemoryResourceStore;
import org.kie.memorycompiler.resources.ResourceReader;

/**
 * Compiles the consequence of one rule as the body of a method whose parameters are what the rule
 * binds, because the compiler then names the exact place of an error.
 */
final class Consequence {
  private static final String UNIT = "Consequence.java";
  private static final String OF_SESSION =
      "void insert(Object fact) {} void insertLogical(Object fact) {} void update(Object fact) {} "
          + "void delete(Object fact) {} void retract(Object fact) {} ";
  private static final String CONTEXT = "org.kie.api.runtime.rule.RuleContext";

  private final SourceRule rule;
  private final Variables variables;

  Consequence(SourceRule rule, Variables variables) {
    this.rule = rule;
    this.variables = variables;
  }

  /** What does not compile, as far as the rule's own words are to blame. */
  List<Fault> faults() {
    if (rule.span().consequence().stream().anyMatch(word -> word.is("modify"))) {
      return List.of();
    }
    int from = rule.span().consequenceStart();
    String body = rule.file().text().substring(from, rule.span().consequenceEnd());
    String before = prefix();
    JavaCompiler compiler = JavaCompiler.createEclipseCompiler();
    compiler.setSourceFolder("");
    CompilationProblem[] errors =
        compiler
            .compile(
                new String[] {UNIT},
                new OneSource(before + body + "\n}}"),
                new MemoryResourceStore(),
                Consequence.class.getClassLoader())
            .getErrors();
    JavaErrors words = new JavaErrors(variables);
    List<Fault> faults = new ArrayList<>();
    for (CompilationProblem error : errors) {
      // The Eclipse compiler counts from the beginning of the unit in what it calls columns.
      int start = error.getStartColumn() - before.length();
      int end = error.getEndColumn() - before.length() + 1;
      if (start >= 0 && end <= body.length() && start < end) {
        words.explain(error.getMessage(), body, start, end).stream()
            .map(fault -> Fault.likely(from + fault.offset(), fault.message()))
            .forEach(faults::add);
      }
    }
    return faults;
  }

  private String prefix() {
    PackageDescr content = rule.content();
    StringBuilder text = new StringBuilder();
    if (!content.getNamespace().isEmpty()) {
      text.append("package ").append(content.getNamespace()).append("; ");
    }
    for (ImportDescr each : content.getImports()) {
      text.append("import ").append(each.getTarget()).append("; ");
    }
    text.append("class Consequence { ").append(OF_SESSION);
    for (GlobalDescr global : content.getGlobals()) {
      text.append(global.getType()).append(' ').append(global.getIdentifier()).append("; ");
    }
    text.append(CONTEXT).append(" drools; ").append(CONTEXT).append(" kcontext; ");
    return text.append("void then(").append(parameters()).append(") throws Exception {").toString();
  }

  private String parameters() {
    List<String> globals =
        rule.content().getGlobals().stream().map(GlobalDescr::getIdentifier).toList();
    return variables.all().entrySet().stream()
        .filter(each -> !globals.contains(each.getKey()))
        .map(each -> type(each.getValue()) + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String type(FactType type) {
    return Optional.ofNullable(type.raw()).map(Class::getCanonicalName).orElse("Object");
  }

  /** The one unit to compile. */
  private record OneSource(String text) implements ResourceReader {
    @Override
    public boolean isAvailable(PortablePath path) {
      return path.asString().equals(UNIT);
    }

    @Override
    public byte[] getBytes(PortablePath path) {
      return isAvailable(path) ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    @Override
    public java.util.Collection<PortablePath> getFilePaths() {
      return Arrays.asList(PortablePath.of(UNIT));
    }

    @Override
    public void mark() {
      // Nothing changes between two readings.
    }

    @Override
    public java.util.Collection<String> getModifiedResourcesSinceLastMark() {
      return Map.<String, String>of().keySet();
    }
  }
}
