package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import dev.patrol.rules.source.Remark;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that comes of compiling a folder of rules.
 *
 * @param rules by the names that Drools knows them by, in the order of the files
 * @param warnings what their authors should know
 * @param compiled what runs
 */
record RuleModule(Map<String, RuleInfo> rules, List<Remark> warnings, CompiledRules compiled) {
  RuleModule {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    warnings = List.copyOf(warnings);
  }
}
