package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Mark;
import dev.patrol.model.Verdict;
import dev.patrol.report.view.Chip;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.Texts;
import dev.patrol.report.view.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The endpoints that the page shows: failing ones first, then unknown ones, then the rest. */
final class Walks {
  static final int LIMIT = 2_000;

  private static final List<Verdict> ORDER = List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS);

  private final Words words;
  private final Shortlist<Verdict, Walk> walks =
      new Shortlist<>(LIMIT, Comparator.comparingInt(ORDER::indexOf));

  Walks(Words words) {
    this.words = words;
  }

  void add(Diagnosis diagnosis, String support) {
    walks.offer(diagnosis.verdict(), () -> walk(diagnosis, support));
  }

  Part<Walk> shown() {
    return new Part<>(walks.items(), walks.left());
  }

  /** The causes among the endpoints shown, in the guide's order. */
  List<Chip> causes() {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    for (Walk walk : walks.items()) {
      Cause.of(walk.cause().id()).ifPresent(causes::add);
    }
    return causes.stream().map(words::cause).toList();
  }

  private Walk walk(Diagnosis diagnosis, String support) {
    Endpoint endpoint = diagnosis.endpoint();
    List<Walk.Step> steps = new ArrayList<>();
    for (Cause step : Cause.steps()) {
      Mark mark = diagnosis.step(step);
      steps.add(
          new Walk.Step(
              words.verdict(mark.verdict()),
              step.id(),
              words.texts().get("step." + step.id()),
              Words.text(mark.evidence())));
    }
    return new Walk(
        Words.name(endpoint.id()),
        Words.name(endpoint.method()),
        SafeText.cut(SafeText.url(endpoint.url()), Words.TEXT),
        Words.name(endpoint.token()),
        SafeText.cut(SafeText.of(endpoint.application()), Words.NAME),
        Words.name(endpoint.workspace()),
        words.verdict(diagnosis.verdict()),
        words.cause(diagnosis.cause()),
        diagnosis.alternatives().stream().map(words::cause).toList(),
        steps,
        answer(diagnosis.answer()),
        support);
  }

  private String answer(Answer answer) {
    Texts texts = words.texts();
    String probe = Words.name(answer.probe());
    if (!answer.asked()) {
      return texts.fill("walk.notAsked", probe);
    }
    String said = Words.text(answer.inWords());
    return answer.millis() == null
        ? texts.fill("walk.answered", said, probe)
        : texts.fill("walk.answeredIn", said, probe, answer.millis());
  }
}
