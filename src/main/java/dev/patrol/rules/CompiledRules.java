package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.rules.source.AllowedTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;

/**
 * Rules as the compiler made them.
 *
 * @param packages by name; one without a name when they cannot be told apart
 */
record CompiledRules(SortedMap<String, CompiledPackage> packages) {
  private static final String CLASS = ".class";
  private static final String MODELS = "/drools-model";

  CompiledRules {
    packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
  }

  /**
   * Of all that came of a build.
   *
   * @param keys of the packages that were built, by name; none when they depend on each other
   */
  static CompiledRules of(InternalKieModule module, Map<String, String> keys) {
    Map<String, Map<String, byte[]>> classes = new HashMap<>();
    Map<String, List<String>> models = new HashMap<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith(CLASS)) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        classes
            .computeIfAbsent(packageOf(name, keys), fresh -> new HashMap<>())
            .put(name, module.getBytes(file));
      } else if (file.startsWith("META-INF/kie/") && file.endsWith(MODELS)) {
        new String(module.getBytes(file), UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && line.indexOf(':') < 0)
            .sorted()
            .forEach(
                name ->
                    models
                        .computeIfAbsent(packageOf(name, keys), fresh -> new ArrayList<>())
                        .add(name));
      }
    }
    SortedMap<String, CompiledPackage> packages = new TreeMap<>();
    for (Map.Entry<String, String> each : (keys.isEmpty() ? Map.of("", "") : keys).entrySet()) {
      String name = each.getKey();
      packages.put(
          name,
          new CompiledPackage(
              each.getValue(),
              classes.getOrDefault(name, Map.of()),
              models.getOrDefault(name, List.of())));
    }
    return new CompiledRules(packages);
  }

  /** The package that a class was generated for; classes stand in packages below it as well. */
  private static String packageOf(String type, Map<String, String> keys) {
    String name = type;
    while (!name.isEmpty() && !keys.containsKey(name)) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return name;
  }

  /** These and those of other packages. */
  CompiledRules with(Map<String, CompiledPackage> others) {
    SortedMap<String, CompiledPackage> all = new TreeMap<>(packages);
    all.putAll(others);
    return new CompiledRules(all);
  }

  /** Rules that are ready to run. */
  record Loaded(CompiledRules compiled, List<Model> models) {
    Loaded {
      models = List.copyOf(models);
    }
  }

  /** Loads the classes into a loader of their own; constants of the rules may throw anything. */
  List<Model> load(AllowedTypes allowed) {
    Map<String, byte[]> classes = new HashMap<>();
    packages.values().forEach(each -> classes.putAll(each.classes()));
    RuleClassLoader loader = new RuleClassLoader(classes, allowed::allows);
    return packages.values().stream()
        .flatMap(each -> each.models().stream())
        .map(loader::model)
        .toList();
  }
}
