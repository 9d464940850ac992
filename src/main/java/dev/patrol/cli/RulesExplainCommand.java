package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.facts.RecordedDossier;
import dev.patrol.facts.RecordedFacts;
import dev.patrol.model.EditDistance;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.explain.Explanation;
import dev.patrol.rules.source.FileHashes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells why the rules say of an endpoint or a token what they say. */
@Command(
    name = "explain",
    description = {
      "Tells of an endpoint or a token of an earlier run which facts were known, which rules fire on"
          + " them in which order and why, and which nearly do.",
      "The rules are those of now; it says so when they were changed since. No request is sent."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:could not run, or there is no such run, endpoint or token",
      "3:done, but a rule failed"
    })
final class RulesExplainCommand implements Callable<Integer> {
  private static final int FARTHEST = 4;

  @ParentCommand private RulesCommand rules = new RulesCommand();

  @Mixin private RecordedRun recorded = new RecordedRun();

  @Parameters(
      index = "1",
      paramLabel = "ENDPOINT|TOKEN",
      description = "The id of an endpoint or, where there is none of that id, of a token.")
  private String name = "";

  @Option(
      names = "--all",
      description = "Prints every rule that nearly fires, not only the nearest.")
  private boolean all;

  /** What was looked for. */
  private record Found(Probed probed, @Nullable Endpoint endpoint) {}

  @Override
  public Integer call() {
    Config config = recorded.over(rules.patrol().options().config());
    PublishedRun published = recorded.published(config);
    Path place = config.rules().folder();
    try (RecordedFacts facts = RecordedFacts.open(published.folder())) {
      Found found = find(facts);
      RuleBook book = RecordedRun.rules(config);
      Today today = new Today(facts.head().startedAt(), facts.head().zone());
      Endpoint endpoint = found.endpoint();
      Explanation explanation =
          book.explain(
              found.probed(), endpoint == null ? null : endpoint.id(), today, config.policy());
      new ExplanationListing(
              rules.patrol().out(),
              place.toString(),
              today.zone(),
              List.copyOf(facts.head().changed(FileHashes.of(place))),
              List.copyOf(facts.head().changed(config.policy())),
              all)
          .print(facts.head().run(), found.probed(), endpoint, explanation);
      boolean failed = !explanation.judgement().errors().isEmpty();
      return (failed ? ExitCode.UNANSWERED : ExitCode.DONE).number();
    }
  }

  /** An endpoint goes before a token of the same name. */
  private Found find(RecordedFacts facts) {
    Found token = null;
    String nearest = null;
    int distance = FARTHEST + 1;
    while (facts.hasNext()) {
      RecordedDossier dossier = facts.next();
      Probed probed = dossier.probed();
      String id = probed.dossier().token().id();
      if (id.equals(name)) {
        token = new Found(probed, null);
      }
      for (Endpoint endpoint : probed.dossier().endpoints()) {
        if (endpoint.id().equals(name)) {
          return new Found(probed, endpoint);
        }
        int far = EditDistance.between(name, endpoint.id(), distance);
        nearest = far < distance ? endpoint.id() : nearest;
        distance = Math.min(far, distance);
      }
      int far = EditDistance.between(name, id, distance);
      nearest = far < distance ? id : nearest;
      distance = Math.min(far, distance);
    }
    if (token == null) {
      String hint = nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
      throw new ProblemsException(
          Problem.in(
              "run " + facts.head().run(),
              "there is no endpoint or token \"" + name + "\"" + hint));
    }
    return token;
  }
}
