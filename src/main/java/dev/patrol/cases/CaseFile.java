package dev.patrol.cases;

import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.Node.Sequence;
import dev.patrol.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cases of one file. */
final class CaseFile {
  private final FactsBuilder builder;
  private final Mistakes mistakes;
  private final List<RuleCase> cases = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();

  /** The id of a rule and where the file names it. */
  record Group(String rule, String file, int line, int column) {}

  private CaseFile(FactsBuilder builder, Mistakes mistakes) {
    this.builder = builder;
    this.mistakes = mistakes;
  }

  /**
   * The file's cases.
   *
   * @throws dev.patrol.problem.ProblemsException when the text is no YAML; all else that is wrong
   *     is added to the mistakes
   */
  static CaseFile read(String text, FactsBuilder builder, Mistakes mistakes) {
    CaseFile file = new CaseFile(builder, mistakes);
    Node content = YamlDocument.parse(mistakes.source(), text);
    if (!(content instanceof Empty)) {
      file.readRules(content);
    }
    return file;
  }

  /** The cases, in the file's order. */
  List<RuleCase> cases() {
    return cases;
  }

  /** The rules that the file names, in its order. */
  List<Group> groups() {
    return groups;
  }

  private void readRules(Node content) {
    for (Entry rule : Keys.of(content, mistakes).takeRest()) {
      groups.add(new Group(rule.name(), mistakes.source(), rule.line(), rule.column()));
      if (rule.value() instanceof Empty) {
        continue;
      }
      Keys kinds = Keys.of(rule.value(), mistakes);
      for (CaseKind kind : CaseKind.values()) {
        Node list = kinds.take(kind.id());
        if (list != null) {
          readCases(rule.name(), kind, list);
        }
      }
      kinds.finish();
    }
  }

  private void readCases(String rule, CaseKind kind, Node list) {
    if (!(list instanceof Sequence sequence)) {
      if (!(list instanceof Empty)) {
        mistakes.at(
            list, kind.id() + ": expected a list of cases, each beginning with \"- case:\"");
      }
      return;
    }
    Set<String> names = new HashSet<>();
    for (Node item : sequence.items()) {
      RuleCase read = readCase(rule, kind, item);
      if (read != null && !names.add(read.name())) {
        mistakes.at(item, "case: expected each name once, \"" + read.name() + "\" stands above");
      }
      if (read != null) {
        cases.add(read);
      }
    }
  }

  private @Nullable RuleCase readCase(String rule, CaseKind kind, Node item) {
    Keys keys = Keys.of(item, mistakes);
    if (!(item instanceof Mapping)) {
      return null;
    }
    String name = keys.text("case");
    if (name == null) {
      mistakes.at(item, "case: expected a name that says what the case shows");
    }
    int before = mistakes.problems().size();
    World world = new WorldReader(keys, mistakes).read();
    Expected expected = new ExpectedReader(keys, kind, mistakes).read();
    keys.finish();
    if (name == null || mistakes.problems().size() > before) {
      return null;
    }
    Facts facts = builder.build(world, item, mistakes);
    Subjects subjects = new Subjects(facts.dossiers());
    checkSubjects(subjects, expected, item);
    return new RuleCase(rule, kind, name, mistakes.source(), item.line(), facts, expected);
  }

  private void checkSubjects(Subjects subjects, Expected expected, Node at) {
    if (expected.causes() != null) {
      subjects.checkExpected("causes", expected.causes().keySet(), at, mistakes);
    }
    if (expected.alternatives() != null) {
      subjects.checkExpected("alternatives", expected.alternatives().keySet(), at, mistakes);
    }
    subjects.checkExpected("steps", expected.steps().keySet(), at, mistakes);
    subjects.checkExpected("verdicts", expected.verdicts().keySet(), at, mistakes);
  }
}
