package dev.patrol.cli;

import dev.patrol.cases.CaseResult;
import dev.patrol.cases.CaseTrial;
import dev.patrol.cases.Coverage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What came of the cases of rules, for people. */
final class TrialListing {
  private final Path folder;
  private final CaseTrial trial;

  TrialListing(Path folder, CaseTrial trial) {
    this.folder = folder;
    this.trial = trial;
  }

  void print(PrintWriter out) {
    List<CaseResult> failed = trial.failed();
    for (CaseResult each : failed) {
      out.println(each.tried() + ": failed");
      each.differences().forEach(line -> out.println("    " + line));
    }
    Coverage coverage = trial.coverage();
    for (Coverage.Gap gap : coverage.gaps()) {
      out.printf(
          Locale.ROOT,
          "%s:%d: %s has %s%n",
          folder.resolve(gap.rule().file()),
          gap.rule().line(),
          gap.rule().id(),
          gap.inWords());
    }
    coverage.emptySteps().forEach(step -> out.println("no rule is of the step " + step));
    out.printf(
        Locale.ROOT,
        "%d cases of %d rules: %d passed, %d failed; %d rules lack cases%n",
        trial.results().size(),
        trial.rules(),
        trial.results().size() - failed.size(),
        failed.size(),
        coverage.gaps().size());
  }
}
