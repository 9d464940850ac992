package dev.patrol.rules.source;

import dev.patrol.model.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Rule files after their syntax was checked: what each rule says about itself, before anything is
 * compiled. A file with an error in its syntax has no rules here.
 */
public final class ParsedRules {
  private final Map<String, SourceRule> byName = new LinkedHashMap<>();
  private final Map<String, List<SourceRule>> rulesByFile = new LinkedHashMap<>();
  private final Map<String, PackageDescr> contents = new LinkedHashMap<>();
  private final Remarks remarks = new Remarks();

  private ParsedRules() {}

  /** Parses the files; what is wrong with their syntax and metadata stands in the remarks. */
  public static ParsedRules parse(List<RuleFile> files) {
    ParsedRules parsed = new ParsedRules();
    files.forEach(parsed::parse);
    parsed.refuseDoubledIds();
    return parsed;
  }

  private void parse(RuleFile file) {
    List<RuleSpan> spans = Outline.read(file, remarks);
    if (remarks.hasError(file)) {
      return;
    }
    @Nullable PackageDescr content = content(file, spans);
    if (content == null) {
      return;
    }
    contents.put(file.name(), content);
    List<SourceRule> rules = new ArrayList<>();
    for (RuleSpan span : spans) {
      for (RuleDescr descr : content.getRules()) {
        if (descr.getStartCharacter() == span.start() && !(descr instanceof QueryDescr)) {
          rules.add(rule(file, content, descr, span));
        }
      }
    }
    rulesByFile.put(file.name(), List.copyOf(rules));
    if (rules.isEmpty() && content.getTypeDeclarations().isEmpty()) {
      remarks.warn(file, 0, "there is no rule in this file");
    } else if (content.getNamespace().isEmpty()) {
      remarks.warn(
          file, 0, "expected \"package\" and a name in the first line, as in \"package team\"");
    }
  }

  /** What a file holds; rules that cannot be read are explained and left out. */
  private @Nullable PackageDescr content(RuleFile file, List<RuleSpan> spans) {
    Syntax whole = Syntax.of(file);
    if (whole.errors().isEmpty()) {
      return whole.content();
    }
    if (!Syntax.of(file.keeping(Set.of())).errors().isEmpty()) {
      explain(file, whole.errors());
      return null;
    }
    Set<Integer> sound = new TreeSet<>();
    for (RuleSpan span : spans) {
      List<String> errors = Syntax.of(file.keeping(Set.of(span.start()))).errors();
      if (errors.isEmpty()) {
        sound.add(span.start());
      } else {
        explain(file, errors);
      }
    }
    return sound.isEmpty() ? null : Syntax.of(file.keeping(sound)).content();
  }

  private void explain(RuleFile file, List<String> errors) {
    SyntaxErrors words = new SyntaxErrors(file, remarks);
    errors.forEach(words::explain);
  }

  /** What Drools reads in a file, and what it finds wrong with it. */
  private record Syntax(@Nullable PackageDescr content, List<String> errors) {
    static Syntax of(RuleFile file) {
      DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
      try {
        PackageDescr content = parser.parse(false, file.text());
        return new Syntax(
            content, parser.getErrors().stream().map(DroolsError::getMessage).toList());
      } catch (DroolsParserException | RuntimeException e) {
        return new Syntax(null, List.of("cannot be parsed: " + e.getMessage()));
      }
    }
  }

  private SourceRule rule(RuleFile file, PackageDescr content, RuleDescr descr, RuleSpan span) {
    RuleInfo info = RuleMetadata.read(file, span, remarks);
    SourceRule rule = new SourceRule(file, content, descr, span, info);
    SourceRule other =
        byName.putIfAbsent(RuleKey.of(content.getNamespace(), descr.getName()), rule);
    if (other != null) {
      remarks.error(
          file,
          span.start(),
          "the name \"%s\" is taken by the rule at %s:%d; name one of them otherwise"
              .formatted(descr.getName(), other.file().shown(), other.info().line()));
    }
    return rule;
  }

  private void refuseDoubledIds() {
    Map<String, SourceRule> byId = new LinkedHashMap<>();
    for (SourceRule rule : rules()) {
      SourceRule other = byId.putIfAbsent(rule.info().id(), rule);
      if (other != null) {
        remarks.error(
            rule.file(),
            rule.place("id"),
            "@id: \"%s\" is taken by the rule at %s:%d"
                .formatted(rule.info().id(), other.file().shown(), other.info().line()));
      }
    }
  }

  /** What is wrong with syntax and metadata. */
  public Remarks remarks() {
    return remarks;
  }

  /** All rules, in the order of the files. */
  public List<SourceRule> rules() {
    return rulesByFile.values().stream().flatMap(List::stream).toList();
  }

  /** Metadata by package and rule name, as {@link RuleKey} joins them. */
  public Map<String, RuleInfo> byName() {
    Map<String, RuleInfo> infos = new LinkedHashMap<>();
    byName.forEach((key, rule) -> infos.put(key, rule.info()));
    return infos;
  }

  /** The rules of a file, in their order. */
  public List<SourceRule> rulesOf(RuleFile file) {
    return rulesByFile.getOrDefault(file.name(), List.of());
  }

  /** The files whose syntax is right, as Drools reads them, by name. */
  public Map<String, PackageDescr> contents() {
    return contents;
  }

  /** Whether every file has a package and nothing but rules, so that no package needs another. */
  public boolean hasOnlyRules() {
    return contents.values().stream().allMatch(ParsedRules::hasOnlyRules);
  }

  private static boolean hasOnlyRules(PackageDescr content) {
    return !content.getNamespace().isEmpty()
        && content.getTypeDeclarations().isEmpty()
        && content.getEnumDeclarations().isEmpty()
        && content.getFunctions().isEmpty()
        && content.getFunctionImports().isEmpty()
        && content.getAccumulateImports().isEmpty()
        && content.getEntryPointDeclarations().isEmpty()
        && content.getWindowDeclarations().isEmpty()
        && content.getRules().stream().noneMatch(QueryDescr.class::isInstance);
  }

  /** The package that a file declares. */
  public String packageOf(RuleFile file) {
    PackageDescr content = contents.get(file.name());
    return content == null ? "" : content.getNamespace();
  }
}
