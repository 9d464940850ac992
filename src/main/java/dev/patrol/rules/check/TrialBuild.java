package dev.patrol.rules.check;

import dev.patrol.rules.source.RuleFile;
import java.util.List;

/** Compiles rule files to see whether they compile. */
@FunctionalInterface
public interface TrialBuild {
  /** What the compiler says; nothing when all is well. */
  List<String> errors(List<RuleFile> files);
}
