package dev.patrol.rules.check;

import dev.patrol.model.RuleSettings;
import java.nio.file.Path;
import java.util.List;

/** All that rules are warned of once they are read. */
final class Lints {
  private Lints() {}

  static List<Lint> all(Path folder, RuleSettings settings) {
    return List.of();
  }
}
