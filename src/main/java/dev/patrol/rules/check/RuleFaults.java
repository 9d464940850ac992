package dev.patrol.rules.check;

import dev.patrol.rules.source.Remarks;
import dev.patrol.rules.source.RuleFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains why a rule does not compile, by the best source there is. */
final class RuleFaults {
  private static final String FOR_ALL = "at the top of the file";

  private final Remarks remarks;
  private final Set<RuleFile> headed = new HashSet<>();

  RuleFaults(Remarks remarks) {
    this.remarks = remarks;
  }

  /** Adds what is wrong with a rule that does not compile. */
  void explain(ReadRule rule, List<String> errors) {
    List<Fault> faults = rule.conditions().faults();
    if (faults.isEmpty()) {
      faults = new Consequence(rule.source(), rule.conditions().variables()).faults();
    }
    if (faults.isEmpty()) {
      BuildErrors build = new BuildErrors(rule.source());
      faults = errors.stream().map(build::explain).flatMap(Optional::stream).distinct().toList();
    }
    if (faults.isEmpty()) {
      faults =
          List.of(
              Fault.likely(
                  rule.source().span().start(),
                  "rule \"%s\" does not compile".formatted(rule.name())));
    }
    for (Fault fault : faults) {
      // What is missing at the top is missed by every rule; once is enough.
      if (!fault.message().contains(FOR_ALL) || headed.add(rule.file())) {
        remarks.error(rule.file(), fault.offset(), fault.message());
      }
    }
  }
}
