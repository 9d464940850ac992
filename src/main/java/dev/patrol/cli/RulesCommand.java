package dev.patrol.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What can be done with rule files. */
@Command(
    name = "rules",
    description = "Checks, lists, tests and explains rule files.",
    subcommands = {
      RulesCheckCommand.class,
      RulesTestCommand.class,
      RulesListCommand.class,
      RulesNewCommand.class,
      RulesLockCommand.class,
      RulesExplainCommand.class,
      RulesReplayCommand.class
    })
final class RulesCommand implements Runnable {
  @ParentCommand private PatrolCommand patrol = new PatrolCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  PatrolCommand patrol() {
    return patrol;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name a command: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
