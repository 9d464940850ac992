package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Operation;
import dev.patrol.report.view.Texts;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Step 5 of the guide: for each endpoint that fails although steps 1 to 4 hold, what the vendor's
 * support asks for, as a file of its own.
 */
final class SupportTexts {
  private static final String FOLDER = "support/";

  private final Staging staging;
  private final Texts texts;
  private final RunCalendar calendar;
  private final Instant asked;
  private final FileNames names = new FileNames();

  SupportTexts(Staging staging, RunInfo run, Texts texts, RunCalendar calendar) {
    this.staging = staging;
    this.texts = texts;
    this.calendar = calendar;
    asked = run.startedAt();
  }

  /** Writes the files and tells their names relative to the report, by endpoint id. */
  Map<String, String> add(Judgement judgement) throws IOException {
    Map<String, String> written = new HashMap<>();
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      if (escalated(diagnosis, judgement)) {
        String id = diagnosis.endpoint().id();
        String name = FOLDER + names.of(SafeText.name(id)) + ".txt";
        try (Writer out = staging.begin(name)) {
          out.write(text(diagnosis));
        }
        written.put(id, name);
      }
    }
    return written;
  }

  private static boolean escalated(Diagnosis diagnosis, Judgement judgement) {
    if (diagnosis.cause() == Cause.ESCALATE) {
      return true;
    }
    String id = diagnosis.endpoint().id();
    for (Finding finding : judgement.findings()) {
      boolean holds = finding.status() != FindingStatus.FIXED;
      if (holds && finding.rule().guide() == Cause.ESCALATE && id.equals(finding.endpoint())) {
        return true;
      }
    }
    return false;
  }

  private String text(Diagnosis diagnosis) {
    Endpoint endpoint = diagnosis.endpoint();
    StringBuilder text = new StringBuilder();
    text.append(texts.fill("support.title", SafeText.name(endpoint.id()))).append("\n\n");
    text.append(texts.get("support.intro")).append("\n\n");
    answer(text, diagnosis);
    text.append('\n').append(texts.get("support.request")).append("\n\n");
    text.append(CurlCommand.of(endpoint).indent(2)).append('\n');
    text.append(texts.get("support.ruledOut")).append("\n\n");
    for (Cause step : Cause.steps()) {
      Mark mark = diagnosis.step(step);
      text.append("  ").append(texts.get("step." + step.id()));
      text.append(" (").append(step.id()).append("): ");
      text.append(texts.get("verdict." + mark.verdict().id()));
      text.append(mark.evidence().isEmpty() ? "" : " - " + SafeText.of(mark.evidence()));
      text.append('\n');
    }
    return text.toString();
  }

  private void answer(StringBuilder text, Diagnosis diagnosis) {
    Answer answer = diagnosis.answer();
    line(text, "X-Tt-Logid", SafeText.of(answer.logid()));
    line(text, "code", SafeText.of(answer.code()));
    line(text, "msg", SafeText.of(answer.msg()));
    line(text, "HTTP", answer.httpStatus() == null ? "" : answer.httpStatus().toString());
    line(
        text,
        texts.get("support.asked"),
        answer.asked() ? texts.fill("support.during", calendar.instant(asked)) : "");
    Operation operation = diagnosis.endpoint().operation();
    line(text, texts.get("support.operation"), operation == null ? "" : operation.signature());
  }

  private void line(StringBuilder text, String name, String value) {
    String shown = value.isEmpty() ? texts.get("support.none") : value;
    text.append("  ").append(name).append(": ").append(shown).append('\n');
  }
}
