package dev.patrol.rules;

import java.util.List;
import java.util.Map;

/**
 * The rules of one package as the compiler made them.
 *
 * @param key tells them from those of any other compilation; empty when they depend on other
 *     packages
 * @param classes the bytes of every class, by its name
 * @param models names of those classes that describe the rules
 */
record CompiledPackage(String key, Map<String, byte[]> classes, List<String> models) {
  CompiledPackage {
    classes = Map.copyOf(classes);
    models = List.copyOf(models);
  }
}
