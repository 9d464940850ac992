package dev.patrol.cli;

import dev.patrol.audit.Auditor;
import dev.patrol.cases.CaseBook;
import dev.patrol.cases.CaseTrial;
import dev.patrol.config.Config;
import dev.patrol.config.Nearest;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the cases that stand beside the rule files. */
@Command(
    name = "test",
    description = {
      "Runs the cases that stand beside the rule files, in files named like them with"
          + " .cases.yaml in place of .drl.",
      "Rules that patrol.yaml switches off are tried as well, and its policy does not hold:"
          + " a case says itself what differs from the defaults."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all cases passed",
      "1:a case failed; with --strict also: a rule lacks cases, or a step of the guide rules",
      "2:the rules or their cases could not be read",
      "130:interrupted while watching"
    })
final class RulesTestCommand implements Callable<Integer> {
  @ParentCommand private RulesCommand parent = new RulesCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Run only the cases of this rule; may be repeated.")
  private List<String> only = List.of();

  @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
  private @Nullable Path folder;

  @Option(
      names = "--watch",
      description = "Run again whenever a file below the folder changes, until interrupted.")
  private boolean watch;

  @Option(names = "--strict", description = "Fail when a rule lacks cases, too.")
  private boolean strict;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How the result is printed: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Config config = parent.patrol().options().config();
    config = folder == null ? config : config.withRules(folder);
    if (!watch) {
      return run(config).number();
    }
    try (FolderWatch changes = FolderWatch.of(config.rules().folder())) {
      return watch(config, changes).number();
    }
  }

  /** Runs at once and after each change, until there are no more changes to come. */
  private ExitCode watch(Config config, FolderWatch changes) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ExitCode last;
    do {
      last = runOrExplain(config);
      out.printf(
          Locale.ROOT, "Waiting for changes below %s; Ctrl+C ends.%n", config.rules().folder());
      out.flush();
    } while (changes.await());
    return last;
  }

  private ExitCode runOrExplain(Config config) {
    try {
      return run(config);
    } catch (RuntimeException e) {
      PrintWriter err = spec.commandLine().getErr();
      ExitCode code = new Failures(err).explain(e);
      err.flush();
      return code;
    }
  }

  private ExitCode run(Config config) {
    Path rules = config.rules().folder();
    RuleSettings asWritten =
        new RuleSettings(Set.of(), new TreeMap<>(), config.rules().settings().allowedImports());
    RuleBook book = Auditor.rules(config, asWritten, Locale.ENGLISH, System.getenv());
    Set<String> chosen = chosen(book);
    CaseTrial trial = CaseBook.read(rules, Auditor.catalog(config)).run(book, chosen);
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      new TrialJson(rules, trial).print(out);
    } else {
      new TrialListing(rules, trial).print(out);
    }
    out.flush();
    boolean lacking = strict && !trial.coverage().complete();
    return trial.passed() && !lacking ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  /** The ids of the rules to try; all when none are named. */
  private Set<String> chosen(RuleBook book) {
    Set<String> known =
        book.rules().stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    for (String id : only) {
      if (!known.contains(id)) {
        String hint = Nearest.to(id, known).map(meant -> " Did you mean " + meant + "?").orElse("");
        throw new ParameterException(spec.commandLine(), "There is no rule " + id + "." + hint);
      }
    }
    return only.isEmpty() ? known : Set.copyOf(only);
  }
}
