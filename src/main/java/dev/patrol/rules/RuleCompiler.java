package dev.patrol.rules;

import dev.patrol.model.RuleSettings;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.check.RuleCheck;
import dev.patrol.rules.check.TrialBuild;
import dev.patrol.rules.source.AllowedTypes;
import dev.patrol.rules.source.ParsedRules;
import dev.patrol.rules.source.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.internal.builder.InternalKieBuilder;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;

/** Compiles parsed rule files to Drools' executable model. */
final class RuleCompiler implements TrialBuild {
  private static final KieServices KIE = KieServices.Factory.get();
  private static final ReleaseId RELEASE = KIE.newReleaseId("dev.patrol", "rules", "1");

  private final ParsedRules parsed;
  private final AllowedTypes allowed;

  RuleCompiler(ParsedRules parsed, RuleSettings settings) {
    this.parsed = parsed;
    this.allowed = AllowedTypes.with(settings.allowedImports());
  }

  /**
   * Compiles files together, but for packages that were compiled before.
   *
   * @param keys of all packages, by name; none when they depend on each other
   * @param known those that were compiled before, by name
   * @throws ProblemsException with every rule that does not compile
   */
  CompiledRules.Loaded compile(
      RuleCheck check, Map<String, String> keys, Map<String, CompiledPackage> known) {
    Map<String, String> missing = new HashMap<>(keys);
    missing.keySet().removeAll(known.keySet());
    List<RuleFile> changed =
        check.files().stream().filter(file -> !known.containsKey(parsed.packageOf(file))).toList();
    if (changed.isEmpty()) {
      CompiledRules rules = new CompiledRules(new TreeMap<>(known));
      return new CompiledRules.Loaded(rules, rules.load(allowed));
    }
    Build build = build(changed, missing, known);
    if (build.rules() != null) {
      return build.rules();
    }
    check.explain(this);
    check.refuseErrors();
    throw new IllegalStateException("rules do not compile, and nothing says why");
  }

  @Override
  public List<String> errors(List<RuleFile> sources) {
    return build(sources, Map.of(), Map.of()).errors();
  }

  /** What came of a build: rules to be loaded, or Drools' own words about what is wrong. */
  private record Build(CompiledRules.@Nullable Loaded rules, List<String> errors) {}

  /**
   * Builds packages that stand for themselves one by one, so that what comes of one depends on
   * nothing but its files.
   */
  private Build build(
      List<RuleFile> sources, Map<String, String> keys, Map<String, CompiledPackage> known) {
    Map<String, List<RuleFile>> parts =
        sources.stream()
            .collect(
                Collectors.groupingBy(
                    file -> keys.isEmpty() ? "" : parsed.packageOf(file),
                    TreeMap::new,
                    Collectors.toList()));
    JavaStart.finish();
    List<String> errors = new ArrayList<>();
    CompiledRules rules = new CompiledRules(new TreeMap<>(known));
    try {
      for (Map.Entry<String, List<RuleFile>> part : parts.entrySet()) {
        KieBuilder builder = built(part.getValue());
        List<Message> messages = builder.getResults().getMessages(Level.ERROR);
        messages.forEach(message -> errors.add(message.getText()));
        if (messages.isEmpty()) {
          InternalKieModule module = (InternalKieModule) builder.getKieModule();
          String key = keys.get(part.getKey());
          Map<String, String> own = key == null ? Map.of() : Map.of(part.getKey(), key);
          rules = rules.with(CompiledRules.of(module, own).packages());
        }
      }
      return errors.isEmpty()
          ? new Build(new CompiledRules.Loaded(rules, rules.load(allowed)), List.of())
          : new Build(null, errors);
    } catch (RuntimeException | LinkageError e) {
      // It throws at expressions that it cannot parse, and at constants that cannot be made.
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      errors.add(String.valueOf(root.getMessage()));
      return new Build(null, errors);
    }
  }

  private KieBuilder built(List<RuleFile> sources) {
    KieFileSystem content = KIE.newKieFileSystem();
    content.generateAndWritePomXML(RELEASE);
    for (RuleFile source : sources) {
      String folder = parsed.packageOf(source).replace('.', '/');
      String name = source.name().replace('/', '_');
      content.write("src/main/resources/" + folder + "/" + name, source.text());
    }
    return ((InternalKieBuilder) KIE.newKieBuilder(content))
        .withKModuleModel(oneByOne())
        .buildAll(ExecutableModelProject.class);
  }

  /**
   * Has one rule built behind the other: at the same time they number what they generate as it
   * comes, and from an archive Java takes only classes that are the same to the byte.
   */
  private static KieModuleModel oneByOne() {
    return KIE.newKieModuleModel()
        .setConfigurationProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, "-1");
  }
}
