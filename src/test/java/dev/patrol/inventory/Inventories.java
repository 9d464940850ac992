package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Dossier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Inventories for tests: written, opened and read to the end. */
final class Inventories {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final String URL = "https://api.coze.cn/v1/bots/7380000000000000001";

  private static final Catalog CATALOG = Catalog.standard();

  private Inventories() {}

  static Inventory open(Path folder) {
    return open(folder, UTF_8);
  }

  static Inventory open(Path folder, Charset charset) {
    return Inventory.open(folder, CATALOG, new InventoryOptions(ZONE, charset));
  }

  static List<Dossier> dossiers(Inventory inventory) {
    List<Dossier> dossiers = new ArrayList<>();
    try (DossierStream stream = inventory.dossiers()) {
      stream.forEachRemaining(dossiers::add);
    }
    return dossiers;
  }

  static void write(Path folder, String tokens, String workspaces, String endpoints) {
    write(folder, tokens, workspaces, endpoints, UTF_8);
  }

  static void write(
      Path folder, String tokens, String workspaces, String endpoints, Charset charset) {
    try {
      Files.write(folder.resolve("tokens.csv"), tokens.getBytes(charset));
      Files.write(folder.resolve("workspaces.csv"), workspaces.getBytes(charset));
      Files.write(folder.resolve("endpoints.csv"), endpoints.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
