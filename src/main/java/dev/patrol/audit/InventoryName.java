package dev.patrol.audit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Names an inventory for its history: its folder, relative to where the reports folder stands when
 * it is below that, so that both can be moved together.
 */
final class InventoryName {
  private InventoryName() {}

  /**
   * The name.
   *
   * @param sandbox whether answers come from the stand-in API; they make a history of their own
   */
  static String of(Path inventory, Path reports, boolean sandbox) {
    Path folder = real(inventory);
    Path base = real(reports).getParent();
    String name =
        base != null && folder.startsWith(base) && !folder.equals(base)
            ? base.relativize(folder).toString()
            : folder.toString();
    return sandbox ? name + " (sandbox)" : name;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThereYet) {
      return path.toAbsolutePath().normalize();
    }
  }
}
