package dev.patrol.cases;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import java.nio.file.Path;
import java.util.List;

/** The worlds of the shipped cases, for tests of other packages. */
public final class ShippedCases {
  /** A small world that rules judge. */
  public record World(String name, List<Probed> dossiers, Today today, Policy policy) {}

  private ShippedCases() {}

  /** All of them, by file and line. */
  public static List<World> worlds() {
    return CaseBook.read(Path.of("rules"), Catalog.standard()).cases().stream()
        .map(
            each -> {
              Facts facts = each.facts();
              return new World(each.toString(), facts.dossiers(), facts.today(), facts.policy());
            })
        .toList();
  }
}
