package dev.patrol.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.catalog.Catalog;
import dev.patrol.inventory.Inventory;
import dev.patrol.inventory.InventoryOptions;
import dev.patrol.problem.ProblemsException;
import dev.patrol.problem.UnusableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * A folder in which the rows of one case after another become an inventory, read as any other. For
 * one thread.
 */
final class Stage implements AutoCloseable {
  private final Path folder;

  Stage() {
    try {
      folder = Files.createTempDirectory("patrol-cases");
    } catch (IOException e) {
      throw unusable(Path.of(System.getProperty("java.io.tmpdir", "")), e);
    }
  }

  /** An inventory of these rows; what the folder held before is gone. */
  Inventory open(
      List<CaseRow> tokens,
      List<CaseRow> workspaces,
      List<CaseRow> endpoints,
      List<CaseRow> waivers,
      Catalog catalog,
      ZoneId zone) {
    write(Columns.TOKENS, tokens);
    write(Columns.WORKSPACES, workspaces);
    write(Columns.ENDPOINTS, endpoints);
    write(Columns.WAIVERS, waivers);
    return Inventory.open(folder, catalog, new InventoryOptions(zone, UTF_8));
  }

  private void write(Columns columns, List<CaseRow> rows) {
    try {
      Files.writeString(folder.resolve(columns.file()), columns.csv(rows), UTF_8);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      for (Columns columns : Columns.values()) {
        Files.deleteIfExists(folder.resolve(columns.file()));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static ProblemsException unusable(Path folder, IOException e) {
    return new ProblemsException(UnusableFolder.problem(folder, e));
  }
}
