package dev.patrol.cli;

import dev.patrol.rules.RuleManifest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes down which rules an audit may use. */
@Command(
    name = "lock",
    description =
        "Writes the hashes of all rule files and texts to rules.lock, for audit --locked.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, or the files are as locked", "2:they are not, or cannot be read"})
final class RulesLockCommand implements Callable<Integer> {
  @ParentCommand private RulesCommand parent = new RulesCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the rule files.")
  private @Nullable Path folder;

  @Option(names = "--check", description = "Write nothing; say what is not as it was locked.")
  private boolean check;

  @Override
  public Integer call() {
    Path rules = folder == null ? parent.patrol().options().config().rules().folder() : folder;
    PrintWriter out = spec.commandLine().getOut();
    if (check) {
      RuleManifest.check(rules);
      out.println("All rules are as " + rules.resolve(RuleManifest.NAME) + " says.");
    } else {
      out.printf(
          Locale.ROOT,
          "%d files are locked in %s.%n",
          RuleManifest.write(rules),
          rules.resolve(RuleManifest.NAME));
    }
    return ExitCode.DONE.number();
  }
}
