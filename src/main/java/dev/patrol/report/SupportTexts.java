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
import dev.patrol.model.Token;
import dev.patrol.report.view.Texts;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Step 5 of the guide: for each endpoint that fails although steps 1 to 4 hold, what the vendor's
 * support asks for, as a file of its own.
 */
final class SupportTexts {
  private static final String FOLDER = "support/";
  private static final int OTHERS = 20;
  private static final Pattern STAMP =
      Pattern.compile(
          "(20[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])");

  private final Staging staging;
  private final Texts texts;
  private final FileTexts fileTexts;
  private final RunCalendar calendar;
  private final Instant asked;
  private final FileNames names = new FileNames();

  SupportTexts(
      Staging staging, RunInfo run, Texts texts, FileTexts fileTexts, RunCalendar calendar) {
    this.staging = staging;
    this.texts = texts;
    this.fileTexts = fileTexts;
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
          out.write(text(judgement, diagnosis));
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

  private String text(Judgement judgement, Diagnosis diagnosis) {
    Endpoint endpoint = diagnosis.endpoint();
    StringBuilder text = new StringBuilder();
    text.append(texts.fill("support.title", SafeText.name(endpoint.id()))).append("\n\n");
    text.append(texts.get("support.intro")).append("\n\n");
    answer(text, diagnosis);
    token(text, judgement.token(), endpoint);
    text.append('\n').append(texts.get("support.request")).append("\n\n");
    text.append(CorrectedRequest.asConfigured(endpoint).command().indent(2)).append('\n');
    text.append(texts.get("support.ruledOut")).append("\n\n");
    for (Cause step : Cause.steps()) {
      Mark mark = diagnosis.step(step);
      text.append("  ").append(texts.get("step." + step.id()));
      text.append(" (").append(step.id()).append("): ");
      text.append(texts.get("verdict." + mark.verdict().id()));
      text.append(mark.evidence().isEmpty() ? "" : " - " + SafeText.of(mark.evidence()));
      text.append('\n');
    }
    text.append('\n').append(fileTexts.get("support.otherCalls")).append("\n\n");
    others(text, judgement, endpoint);
    text.append('\n').append(fileTexts.get("support.links")).append("\n\n");
    for (Link link : Links.of(Cause.ESCALATE, judgement.token(), endpoint)) {
      text.append("  ").append(link.url()).append('\n');
    }
    return text.toString();
  }

  private void token(StringBuilder text, Token token, Endpoint endpoint) {
    line(text, fileTexts.get("support.token"), SafeText.name(token.id()));
    line(text, fileTexts.get("support.kind"), fileTexts.get("kind." + token.kind().id()));
    line(text, fileTexts.get("support.site"), "coze." + token.site().id());
    line(text, fileTexts.get("support.account"), SafeText.name(token.account()));
    line(text, fileTexts.get("support.workspace"), SafeText.name(endpoint.workspace()));
  }

  /** What other calls with the token brought back shows that the key itself works, or does not. */
  private void others(StringBuilder text, Judgement judgement, Endpoint endpoint) {
    List<String> lines = new ArrayList<>();
    if (judgement.identity().asked()) {
      lines.add(
          fileTexts.get("support.identity") + ": " + SafeText.of(judgement.identity().inWords()));
    }
    for (Diagnosis other : judgement.diagnoses()) {
      if (other.answer().asked() && !other.endpoint().id().equals(endpoint.id())) {
        Operation operation = other.endpoint().operation();
        String called = operation == null ? "" : " (" + operation.signature() + ")";
        String workspace = other.endpoint().workspace();
        String where = workspace == null ? "" : ", " + SafeText.name(workspace);
        lines.add(
            SafeText.name(other.endpoint().id())
                + called
                + where
                + ": "
                + SafeText.of(other.answer().inWords()));
      }
    }
    if (lines.isEmpty()) {
      text.append("  ").append(fileTexts.get("support.noOthers")).append('\n');
    }
    lines.stream().limit(OTHERS).forEach(l -> text.append("  ").append(l).append('\n'));
    if (lines.size() > OTHERS) {
      text.append("  ").append(fileTexts.fill("support.more", lines.size() - OTHERS)).append('\n');
    }
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
    line(text, fileTexts.get("support.stamp"), stamp(answer.logid()));
    line(
        text,
        fileTexts.get("support.millis"),
        answer.millis() == null ? "" : answer.millis() + " ms");
    Operation operation = diagnosis.endpoint().operation();
    line(text, texts.get("support.operation"), operation == null ? "" : operation.signature());
    line(text, fileTexts.get("support.points"), operation == null ? "" : points(operation));
  }

  private String points(Operation operation) {
    return operation.permissions().isEmpty() && operation.pointsCertain()
        ? fileTexts.get("support.noPoints")
        : String.join(", ", operation.permissions());
  }

  /** A log id begins with the time at which the vendor took the call, in the vendor's zone. */
  private static String stamp(@Nullable String logid) {
    Matcher stamp = STAMP.matcher(logid == null ? "" : logid);
    return stamp.lookingAt() ? stamp.replaceFirst("$1-$2-$3 $4:$5:$6").substring(0, 19) : "";
  }

  private void line(StringBuilder text, String name, String value) {
    String shown = value.isEmpty() ? texts.get("support.none") : value;
    text.append("  ").append(name).append(": ").append(shown).append('\n');
  }
}
