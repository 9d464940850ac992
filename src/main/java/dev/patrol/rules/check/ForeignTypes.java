package dev.patrol.rules.check;

import dev.patrol.rules.source.AllowedTypes;
import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Nearest;
import dev.patrol.rules.source.Remarks;
import dev.patrol.rules.source.RuleFile;
import dev.patrol.rules.source.SourceRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/** Refuses what reaches beyond the model and the open types of the JDK. */
final class ForeignTypes {
  private static final Set<String> REFLECTION =
      Set.of(
          "getClass", "forName", "getClassLoader", "getDeclaredMethod", "getDeclaredConstructor");
  private static final String ALLOW =
      "; to allow it, name \"%s\" under rules.allow-imports in patrol.yaml";

  private final Classes classes;
  private final AllowedTypes allowed;
  private final Remarks remarks;

  ForeignTypes(Classes classes, AllowedTypes allowed, Remarks remarks) {
    this.classes = classes;
    this.allowed = allowed;
    this.remarks = remarks;
  }

  /** Looks at the imports of a file, and at what it holds besides rules and types of its own. */
  void check(RuleFile file, PackageDescr content) {
    for (ImportDescr each : content.getImports()) {
      imported(file, each.getTarget(), each.getStartCharacter());
    }
    for (ImportDescr each : content.getFunctionImports()) {
      String target = each.getTarget();
      owner(
          file,
          target.substring(0, Math.max(0, target.lastIndexOf('.'))),
          each.getStartCharacter());
    }
    content
        .getAccumulateImports()
        .forEach(each -> owner(file, each.getTarget(), each.getStartCharacter()));
    content
        .getFunctions()
        .forEach(
            each ->
                remarks.error(
                    file,
                    each.getStartCharacter(),
                    "functions are not allowed in rule files; write the expression into the rule"));
    content.getRules().stream()
        .filter(each -> each instanceof org.drools.drl.ast.descr.QueryDescr)
        .forEach(
            each ->
                remarks.error(
                    file,
                    each.getStartCharacter(),
                    "nothing asks queries of rule files; write a rule"));
    dialect(file, content.getAttribute("dialect"));
  }

  private void imported(RuleFile file, String target, int offset) {
    int place = place(file, target, offset);
    if (target.endsWith(".*")) {
      String packageName = target.substring(0, target.length() - 2);
      if (packageName.startsWith("dev.patrol.") && !packageName.equals("dev.patrol.model")) {
        remarks.error(
            file,
            place,
            "rule files may not import %s; did you mean dev.patrol.model.*?".formatted(target));
        return;
      }
      if (!allowed.allowsSomeOf(packageName)
          && !classes
              .byName(packageName)
              .map(type -> allowed.allows(type.getName()))
              .orElse(false)) {
        remarks.error(
            file, place, ("rule files may not import %s" + ALLOW).formatted(target, target));
      }
      return;
    }
    owner(file, target, offset);
  }

  private void owner(RuleFile file, String target, int offset) {
    int place = place(file, target, offset);
    Optional<Class<?>> type = classes.byName(target);
    if (type.isEmpty()) {
      String simple = target.substring(target.lastIndexOf('.') + 1);
      String hint =
          target.equals("dev.patrol.model")
              ? "; write import dev.patrol.model.*"
              : Nearest.to(simple, Facts.types().keySet())
                  .filter(name -> target.startsWith("dev.patrol."))
                  .map(name -> "; did you mean dev.patrol.model." + name + "?")
                  .orElse("");
      if (!allowed.allows(target)
          || classes.byName(target.replaceAll("\\.(\\w+)$", "\\$$1")).isEmpty()) {
        remarks.error(file, place, "there is no class \"%s\" to import%s".formatted(target, hint));
      }
    } else if (!allowed.allows(target)) {
      remarks.error(
          file, place, ("rule files may not import %s" + ALLOW).formatted(target, target));
    }
  }

  private static int place(RuleFile file, String target, int offset) {
    int found = file.text().indexOf(target, Math.max(0, offset));
    return found < 0 ? Math.max(0, offset) : found;
  }

  private void dialect(RuleFile file, @org.jspecify.annotations.Nullable AttributeDescr dialect) {
    if (dialect != null && !dialect.getValue().equals("java")) {
      remarks.error(
          file,
          Math.max(0, dialect.getStartCharacter()),
          "rules are written in the dialect java; leave \"dialect\" away");
    }
  }

  /** Looks at what a rule names in its conditions and consequence. */
  void check(SourceRule rule, TypeNames types) {
    AttributeDescr dialect = rule.descr().getAttributes().get("dialect");
    if (dialect != null && !dialect.getValue().equals("java")) {
      rule.span().header().stream()
          .filter(word -> word.is("dialect"))
          .findFirst()
          .ifPresent(
              word ->
                  remarks.error(
                      rule.file(),
                      word.start(),
                      "rules are written in the dialect java; leave \"dialect\" away"));
    }
    named(rule.file(), rule.span().header(), types);
    named(rule.file(), rule.span().conditions(), types);
    named(rule.file(), rule.span().consequence(), types);
  }

  private void named(RuleFile file, List<Lexeme> words, TypeNames types) {
    for (int i = 0; i < words.size(); i++) {
      Lexeme word = words.get(i);
      boolean member = i > 0 && (words.get(i - 1).is(".") || words.get(i - 1).is("::"));
      if (word.is("\\")) {
        remarks.error(
            file, word.start(), "a backslash has no place outside of texts; write the character");
      } else if (member && REFLECTION.contains(word.text())) {
        remarks.error(
            file, word.start(), "rule files may not use reflection: \"%s\"".formatted(word.text()));
      } else if (!member && word.isWord()) {
        type(file, words, i, types);
      }
    }
  }

  private void type(RuleFile file, List<Lexeme> words, int index, TypeNames types) {
    StringBuilder name = new StringBuilder(words.get(index).text());
    for (int i = index; ; i += 2) {
      Optional<Class<?>> found = types.loaded(name.toString());
      if (found.isPresent() && !types.isDeclared(name.toString())) {
        refuse(file, words.get(index), found.get());
        return;
      }
      if (i + 2 >= words.size() || !words.get(i + 1).is(".") || !words.get(i + 2).isWord()) {
        return;
      }
      name.append('.').append(words.get(i + 2).text());
    }
  }

  private void refuse(RuleFile file, Lexeme word, Class<?> type) {
    if (!type.isPrimitive() && !allowed.allows(type.getName())) {
      String name = type.getName().replace('$', '.');
      remarks.error(
          file, word.start(), ("rule files may not use %s" + ALLOW).formatted(name, name));
    }
  }
}
