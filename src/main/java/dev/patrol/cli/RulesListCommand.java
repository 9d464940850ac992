package dev.patrol.cli;

import dev.patrol.config.Config;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the rules of a folder without compiling them. */
@Command(
    name = "list",
    description = "Lists the rules: what they find, how much it matters, where they stand.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:a rule file cannot be read"})
final class RulesListCommand implements Callable<Integer> {
  /** What --format may say. */
  enum Format {
    TABLE,
    JSON,
    MD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParentCommand private RulesCommand rules = new RulesCommand();

  @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
  private @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How it is printed: ${COMPLETION-CANDIDATES}; md is a reference by step.")
  private Format format = Format.TABLE;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description =
          "Language of titles and remedies: ${COMPLETION-CANDIDATES}; English where there is no"
              + " translation.")
  private AuditCommand.@Nullable Lang lang;

  @Override
  public Integer call() {
    Config config = rules.patrol().options().config();
    Path place = folder == null ? config.rules().folder() : folder;
    Locale language = lang == null ? config.language() : lang.locale();
    List<ListedRule> listed = ListedRule.of(place, config.rules().settings(), language);
    PrintWriter out = rules.patrol().out();
    switch (format) {
      case TABLE -> table(listed, place, out);
      case JSON -> RuleListJson.print(listed, place, out);
      case MD -> out.print(RuleReference.of(listed));
    }
    return ExitCode.DONE.number();
  }

  private static void table(List<ListedRule> listed, Path folder, PrintWriter out) {
    TextTable table =
        new TextTable(List.of("RULE", "STEP", "SEVERITY", "STATE", "KIND", "PLACE", "TITLE"));
    for (ListedRule rule : listed) {
      table.row(
          rule.info().id(),
          rule.info().guideId(),
          rule.shownSeverity(),
          rule.shownState(),
          rule.kind(),
          place(folder, rule),
          rule.info().title());
    }
    table.print(out);
    long reporting = listed.stream().filter(rule -> rule.info().reports()).count();
    long off = listed.stream().filter(rule -> !rule.on()).count();
    out.printf(
        Locale.ROOT,
        "%d rules report, %d conclude; %d off%n",
        reporting,
        listed.size() - reporting,
        off);
  }

  /** The rule's file and line as a terminal can open them. */
  static String place(Path folder, ListedRule rule) {
    return folder.resolve(rule.info().file()).toString().replace('\\', '/')
        + ":"
        + rule.info().line();
  }
}
