package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.rules.source.AllowedTypes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;

/**
 * Rules as the compiler made them.
 *
 * @param classes the bytes of every class, by its name
 * @param models names of those classes that describe the rules of a package
 */
record CompiledRules(Map<String, byte[]> classes, List<String> models) {
  private static final String CLASS = ".class";
  private static final String MODELS = "/drools-model";

  CompiledRules {
    classes = Map.copyOf(classes);
    models = List.copyOf(models);
  }

  /** Of all that came of a build. */
  static CompiledRules of(InternalKieModule module) {
    Map<String, byte[]> classes = new TreeMap<>();
    List<String> models = List.of();
    for (String file : module.getFileNames()) {
      if (file.endsWith(CLASS)) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        classes.put(name, module.getBytes(file));
      } else if (file.startsWith("META-INF/kie/") && file.endsWith(MODELS)) {
        models =
            new String(module.getBytes(file), UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.indexOf(':') < 0)
                .sorted()
                .toList();
      }
    }
    return new CompiledRules(classes, models);
  }

  /** Rules that are ready to run. */
  record Loaded(CompiledRules compiled, List<Model> models) {
    Loaded {
      models = List.copyOf(models);
    }
  }

  /** Loads the classes into a loader of their own; constants of the rules may throw anything. */
  List<Model> load(AllowedTypes allowed) {
    RuleClassLoader loader = new RuleClassLoader(classes, allowed::allows);
    return models.stream().map(loader::model).toList();
  }
}
