package dev.patrol.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: only explains itself. */
@Command(
    name = "patrol",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    description = "Audits the Coze access tokens that a team holds.")
final class PatrolCommand implements Runnable {
  /** In the order of the help. */
  private static final List<Map.Entry<String, Supplier<Object>>> COMMANDS =
      List.of(
          Map.entry("audit", AuditCommand::new),
          Map.entry("schedule", ScheduleCommand::new),
          Map.entry("sandbox", SandboxCommand::new),
          Map.entry("inventory", InventoryCommand::new),
          Map.entry("rules", RulesCommand::new),
          Map.entry("history", HistoryCommand::new),
          Map.entry("report", ReportCommand::new),
          Map.entry("notify", NotifyCommand::new));

  @Mixin private GlobalOptions options = new GlobalOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * The command line. When it begins with a command, the others are left out: to look at all of
   * them takes longer than to read the inventory.
   */
  static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new PatrolCommand());
    String first = args.length == 0 ? "" : args[0];
    boolean named = COMMANDS.stream().anyMatch(command -> command.getKey().equals(first));
    COMMANDS.stream()
        .filter(command -> !named || command.getKey().equals(first))
        .forEach(command -> line.addSubcommand(command.getValue().get()));
    return line;
  }

  /** Takes what was asked for. */
  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Takes what the reader must know besides. */
  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  GlobalOptions options() {
    return options;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
