package dev.patrol.audit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Names an inventory for its history: its folder, relative to where the reports folder stands when
 * it is below that, so that both can be moved together.
 */
public final class InventoryName {
  private static final String SANDBOX = " (sandbox)";

  private InventoryName() {}

  /** Whether a name is that of the inventory, wherever its answers came from. */
  public static boolean fits(String name, Path inventory, Path reports) {
    return name.equals(of(inventory, reports, false)) || name.equals(of(inventory, reports, true));
  }

  /**
   * The name.
   *
   * @param sandbox whether answers come from the stand-in API; they make a history of their own
   */
  public static String of(Path inventory, Path reports, boolean sandbox) {
    Path folder = real(inventory);
    Path base = real(reports).getParent();
    String name =
        base != null && folder.startsWith(base) && !folder.equals(base)
            ? base.relativize(folder).toString()
            : folder.toString();
    return sandbox ? name + SANDBOX : name;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThereYet) {
      return path.toAbsolutePath().normalize();
    }
  }
}
