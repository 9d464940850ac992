package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a rule and its cases to start from; overwrites nothing. */
@Command(
    name = "new",
    description = "Writes a rule that works, and its cases, to start from.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:the id is taken or wrong, or a file cannot be written"})
final class RulesNewCommand implements Callable<Integer> {
  @ParentCommand private RulesCommand rules = new RulesCommand();

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The rule's id in kebab-case, such as pat-owner-unknown.")
  private String id = "";

  @Option(
      names = "--guide",
      paramLabel = "STEP",
      defaultValue = RuleInfo.HYGIENE,
      description =
          "The step of the guide that it decides, such as key.validity; ${DEFAULT-VALUE} when left"
              + " out: it warns, and fails no step.")
  private String guide = RuleInfo.HYGIENE;

  @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
  private @Nullable Path folder;

  @Override
  public Integer call() {
    Config config = rules.patrol().options().config();
    Path place = folder == null ? config.rules().folder() : folder;
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw problem(
          "ID: expected a name in kebab-case such as pat-owner-unknown, got \"" + id + "\"");
    }
    RuleDraft draft = new RuleDraft(id, step());
    for (ListedRule rule : ListedRule.of(place, config.rules().settings(), Locale.ENGLISH)) {
      if (rule.info().id().equals(id)) {
        throw problem(
            "ID: \"%s\" is taken by %s".formatted(id, RulesListCommand.place(place, rule)));
      }
    }
    Path file = place.resolve(draft.folder()).resolve(id + ".drl");
    Path cases = place.resolve(draft.folder()).resolve(id + ".cases.yaml");
    for (Path each : List.of(file, cases)) {
      if (Files.exists(each)) {
        throw problem(each + ": is there already; nothing was written");
      }
    }
    write(file, draft.rule());
    write(cases, draft.cases());
    tell(file, cases, place);
    return ExitCode.DONE.number();
  }

  private @Nullable Cause step() {
    if (guide.equals(RuleInfo.HYGIENE)) {
      return null;
    }
    return Cause.of(guide)
        .filter(cause -> cause != Cause.NONE)
        .orElseThrow(
            () ->
                problem(
                    "--guide: expected hygiene or one of %s, got \"%s\""
                        .formatted(
                            Arrays.stream(Cause.values())
                                .filter(cause -> cause != Cause.NONE)
                                .map(Cause::id)
                                .collect(Collectors.joining(", ")),
                            guide)));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(file.toString(), "cannot be written: " + e.getMessage()));
    }
  }

  private void tell(Path file, Path cases, Path place) {
    PrintWriter out = rules.patrol().out();
    String with = folder == null ? "" : " --rules " + folder;
    out.printf(
        Locale.ROOT,
        """
        wrote %s
        wrote %s
        Next:
          1. say in the rule when it fires and what it reports (%s tells how)
          2. say in the cases what must fire and what must not
          3. patrol rules check%s
             patrol rules test --rule %s%s
        For reports in Chinese, add to %s:
          %s.title=...
          %s.remedy=...
        """,
        file,
        cases,
        place.resolve("WRITING.md"),
        folder == null ? "" : " " + folder,
        id,
        with,
        place.resolve("messages_zh.properties"),
        id,
        id);
  }

  private static ProblemsException problem(String message) {
    return new ProblemsException(Problem.in("rules new", message));
  }
}
