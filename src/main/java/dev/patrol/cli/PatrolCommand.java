package dev.patrol.cli;

import java.io.PrintWriter;
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
    scope = picocli.CommandLine.ScopeType.INHERIT,
    description = "Audits the Coze access tokens that a team holds.",
    subcommands = {
      AuditCommand.class,
      ScheduleCommand.class,
      SandboxCommand.class,
      InventoryCommand.class,
      RulesCommand.class,
      HistoryCommand.class,
      ReportCommand.class,
      NotifyCommand.class
    })
final class PatrolCommand implements Runnable {
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

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
