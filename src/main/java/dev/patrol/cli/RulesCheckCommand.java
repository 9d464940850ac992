package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.check.RuleCheck;
import dev.patrol.rules.source.Remark;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compiles rule files and says what is wrong with them; audits nothing. */
@Command(
    name = "check",
    description = "Compiles all rule files and says what is wrong with them; audits nothing.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no error, perhaps warnings", "2:there are errors"})
final class RulesCheckCommand implements Callable<Integer> {
  @ParentCommand private RulesCommand parent = new RulesCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder of the rule files; by default the one in the settings.")
  private @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How it is printed: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Config config = parent.patrol().options().config();
    config = folder == null ? config : config.withRules(folder);
    RuleCheck check = RuleBook.check(config.rules().folder(), config.rules().settings());
    RemarkListing listing =
        new RemarkListing(spec.commandLine().getOut(), spec.commandLine().getColorScheme(), check);
    if (format == Format.JSON) {
      listing.json();
    } else {
      listing.text();
    }
    boolean failed = check.remarks().stream().anyMatch(Remark::isError);
    return (failed ? ExitCode.COULD_NOT_RUN : ExitCode.DONE).number();
  }
}
