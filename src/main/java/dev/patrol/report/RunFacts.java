package dev.patrol.report;

import dev.patrol.report.view.Fact;
import dev.patrol.report.view.Languages;
import dev.patrol.report.view.Page;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.Say;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What pages say of the run itself. */
final class RunFacts {
  private static final int ACCOUNTS = 50;
  private static final int NOTES = 100;

  private final RunInfo run;
  private final Languages texts;
  private final RunCalendar calendar;

  RunFacts(RunInfo run, Languages texts, RunCalendar calendar) {
    this.run = run;
    this.texts = texts;
    this.calendar = calendar;
  }

  Page.Run run(RunSummary summary) {
    return new Page.Run(
        run.id(),
        Words.person(run.inventory()),
        calendar.minute(run.startedAt()),
        run.offline(),
        summary.notes().stream().limit(NOTES).map(Words::text).toList(),
        summary.failedRules().stream().limit(NOTES).map(this::failure).toList());
  }

  private Page.Failure failure(FailedRule failed) {
    return new Page.Failure(
        Words.name(failed.rule().id()),
        Words.name(failed.rule().file() + ":" + failed.rule().line()),
        texts.fill("failedRules.times", failed.times()),
        failed.lines().stream().map(Words::text).toList());
  }

  List<Fact> facts(Totals totals) {
    return List.of(
        new Fact(texts.get("facts.run"), Say.both(run.id())),
        new Fact(texts.get("facts.started"), Say.both(calendar.instant(run.startedAt()))),
        new Fact(texts.get("facts.zone"), Say.both(run.zone().getId())),
        new Fact(texts.get("facts.version"), Say.both(SafeText.of(run.version()))),
        new Fact(
            texts.get("facts.mode"), texts.get(run.offline() ? "facts.offline" : "facts.online")),
        new Fact(texts.get("facts.unanswered"), texts.number(totals.unanswered())));
  }

  /** The accounts with the most requests; the whole page alone speaks of them. */
  Part<Fact> accounts(RunSummary summary, boolean whole) {
    Map<String, Long> requests = whole ? summary.requestsByAccount() : Map.of();
    List<Fact> shown =
        requests.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(ACCOUNTS)
            .map(account -> fact(account.getKey(), account.getValue()))
            .toList();
    return new Part<>(shown, requests.size() - shown.size());
  }

  private Fact fact(String account, long requests) {
    Say name = account.isEmpty() ? texts.get("facts.noAccount") : Say.both(Words.text(account));
    return new Fact(name, texts.number(requests));
  }
}
