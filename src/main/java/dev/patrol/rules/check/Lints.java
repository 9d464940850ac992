package dev.patrol.rules.check;

import dev.patrol.model.RuleSettings;
import java.nio.file.Path;
import java.util.List;

/** All that rules are warned of once they are read. */
final class Lints {
  private Lints() {}

  /** What can be said of each rule by itself. */
  static List<Lint> ofRules() {
    return List.of(
        new Attributes(),
        new Contradictions(),
        new MixedRounds(),
        new Loops(),
        new UnindexedJoins(),
        new CrossProducts(),
        new TokenPairs(),
        new EndlessCode(),
        new EmptyParts(),
        new Speech());
  }

  /** What can be said only when all rules are known. */
  static List<Lint> ofAll(Path folder, RuleSettings settings) {
    return List.of(new NeverFacts(), new Translations(folder), new NamedInSettings(settings));
  }
}
