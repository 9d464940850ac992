package dev.patrol.audit;

/** Another run of the inventory is under way; later there may be none. */
public final class InventoryBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InventoryBusy(String inventory, String by) {
    super(inventory + ": is being audited by " + by + "; wait until it has finished");
  }
}
