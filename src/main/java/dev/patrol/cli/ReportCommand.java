package dev.patrol.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What can be done with published reports. */
@Command(
    name = "report",
    description = "Opens a published report, or compares two.",
    subcommands = {ReportDiffCommand.class, ReportOpenCommand.class})
final class ReportCommand implements Runnable {
  @ParentCommand private PatrolCommand patrol = new PatrolCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  PatrolCommand patrol() {
    return patrol;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: diff or open.");
  }
}
