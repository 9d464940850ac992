package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.rules.check.RuleCheck;
import dev.patrol.rules.source.AllowedTypes;
import dev.patrol.rules.source.ParsedRules;
import dev.patrol.rules.source.RuleFolder;
import dev.patrol.rules.source.RuleTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Model;

/** Makes rules that run of a folder and its settings; compiles only what no cache knows. */
final class RuleLoading {
  private final Path folder;
  private final RuleFolder files;
  private final RuleSettings settings;
  private final Locale language;
  private final RuleCache cache;

  RuleLoading(
      Path folder, RuleFolder files, RuleSettings settings, Locale language, RuleCache cache) {
    this.folder = folder;
    this.files = files;
    this.settings = settings;
    this.language = language;
    this.cache = cache;
  }

  RuleBook book() {
    Optional<String> key = key();
    Optional<RuleModule> known = key.flatMap(cache::find);
    if (known.isPresent()) {
      RuleModule module = known.get();
      return book(module, module.compiled().load(AllowedTypes.with(settings.allowedImports())));
    }
    Compilation made = compile();
    key.ifPresent(name -> cache.keep(name, made.module()));
    return book(made.module(), made.models());
  }

  /** What is to be kept, and what is to run. */
  private record Compilation(RuleModule module, List<Model> models) {}

  private Compilation compile() {
    ParsedRules parsed = ParsedRules.parse(files.files());
    Map<String, String> keys = packageKeys(parsed);
    Map<String, CompiledPackage> known = cache.packages(keys);
    if (keys.isEmpty() || !known.keySet().containsAll(keys.keySet())) {
      JavaStart.begin();
    }
    RuleCheck check = RuleCheck.of(folder, files, parsed, settings);
    RuleCompiler compiler = new RuleCompiler(parsed, settings);
    if (check.hasErrors()) {
      // All problems come at once, those that only compiling shows as well.
      check.compile(compiler);
      check.refuseErrors();
    }
    CompiledRules.Loaded loaded = compiler.compile(check, keys, known);
    check.lint();
    return new Compilation(
        new RuleModule(parsed.byName(), check.warnings(), loaded.compiled()), loaded.models());
  }

  private Optional<String> key() {
    if (cache == RuleCache.OFF || !files.problems().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          CompilationKey.ofFolder(folder, files.files(), settings, CompilationKey.jdk()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> packageKeys(ParsedRules parsed) {
    if (cache == RuleCache.OFF || !parsed.hasOnlyRules()) {
      return Map.of();
    }
    try {
      return CompilationKey.ofPackages(files.files(), parsed, CompilationKey.jdk());
    } catch (IOException e) {
      return Map.of();
    }
  }

  private RuleBook book(RuleModule module, List<Model> models) {
    Map<String, RuleInfo> english = settled(module.rules());
    Map<String, RuleInfo> spoken = RuleTexts.read(folder, language).translate(english);
    Map<String, RuleInfo> chinese = RuleTexts.read(folder, Locale.CHINESE).translate(english);
    return new RuleBook(
        new RuleBases(models, running(spoken), settings.severities().keySet()),
        new Explainer(models, running(spoken), files.files()),
        spoken.values().stream().filter(this::isOff).toList(),
        Map.of(
            Locale.ENGLISH,
            List.copyOf(running(english).values()),
            Locale.CHINESE,
            List.copyOf(running(chinese).values())),
        module.warnings(),
        Map.of());
  }

  private Map<String, RuleInfo> settled(Map<String, RuleInfo> rules) {
    Map<String, RuleInfo> settled = new LinkedHashMap<>();
    rules.forEach(
        (name, rule) -> {
          Severity severity = settings.severities().get(rule.id());
          settled.put(name, severity == null ? rule : rule.withSeverity(severity));
        });
    return settled;
  }

  private Map<String, RuleInfo> running(Map<String, RuleInfo> rules) {
    Map<String, RuleInfo> running = new LinkedHashMap<>(rules);
    running.values().removeIf(this::isOff);
    return running;
  }

  private boolean isOff(RuleInfo rule) {
    return settings.off().contains(rule.id());
  }
}
