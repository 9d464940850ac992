package dev.patrol.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patrol.cases.CaseKind;
import dev.patrol.cases.CaseResult;
import dev.patrol.cases.CaseTrial;
import dev.patrol.cases.Coverage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of the cases of rules, for programs. */
final class TrialJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final CaseTrial trial;

  TrialJson(Path folder, CaseTrial trial) {
    this.folder = folder;
    this.trial = trial;
  }

  void print(PrintWriter out) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("schema", 1);
    result.put("passed", trial.passed());
    result.put("cases", trial.results().stream().map(TrialJson::result).toList());
    result.put("lacking", trial.coverage().gaps().stream().map(this::gap).toList());
    result.put("stepsWithoutRules", trial.coverage().emptySteps());
    try {
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts are JSON", e);
    }
  }

  private static Map<String, Object> result(CaseResult each) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rule", each.tried().rule());
    result.put("kind", each.tried().kind().id());
    result.put("case", each.tried().name());
    result.put("file", each.tried().file());
    result.put("line", each.tried().line());
    result.put("passed", each.passed());
    result.put("differences", each.differences());
    return result;
  }

  private Map<String, Object> gap(Coverage.Gap gap) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rule", gap.rule().id());
    result.put("file", folder.resolve(gap.rule().file()).toString());
    result.put("line", gap.rule().line());
    result.put("missing", gap.missing().stream().map(CaseKind::id).toList());
    return result;
  }
}
