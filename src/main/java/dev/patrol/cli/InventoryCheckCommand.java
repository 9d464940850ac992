package dev.patrol.cli;

import dev.patrol.audit.Auditor;
import dev.patrol.config.Config;
import dev.patrol.inventory.Inventory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads the inventory and lists what is wrong with its rows; audits nothing. */
@Command(
    name = "check",
    description = "Lists what is wrong with the inventory's rows; audits nothing.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no issue", "1:there are issues", "2:could not read the inventory"})
final class InventoryCheckCommand implements Callable<Integer> {
  @ParentCommand private InventoryCommand parent = new InventoryCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--inventory", paramLabel = "DIR", description = "Folder of the inventory.")
  private @Nullable Path folder;

  @Override
  public Integer call() {
    Config config = parent.patrol().options().config();
    config = folder == null ? config : config.withInventory(folder);
    Inventory inventory = Auditor.inventory(config, Auditor.catalog(config));
    PrintWriter out = spec.commandLine().getOut();
    inventory.issues().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d tokens, %d workspaces, %d endpoints, %d waivers; %d issues%n",
        inventory.tokens().size(),
        inventory.workspaces().size(),
        inventory.endpointCount(),
        inventory.waivers().size(),
        inventory.issues().size());
    return (inventory.issues().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
  }
}
