package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.Finding;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Waiver;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code findings.csv}. */
final class FindingTable implements Closeable {
  static final String NAME = "findings.csv";

  private final CsvFile file;
  private final String run;
  private final RunCalendar calendar;

  FindingTable(OutputStream out, String run, RunCalendar calendar) throws IOException {
    this.run = run;
    this.calendar = calendar;
    file =
        new CsvFile(
            out,
            "run,rule,guide,severity,status,token,endpoint,workspace,owner,owner_email,title,"
                + "evidence,remedy,due,http_status,code,msg,logid,first_seen,waiver");
  }

  /** The header row. */
  byte[] header() {
    return file.header();
  }

  /** Writes the row of each finding, and returns it as it is written. */
  List<byte[]> add(List<Finding> findings) throws IOException {
    List<byte[]> lines = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      append(finding);
      byte[] line = file.taken();
      file.write(line);
      lines.add(line);
    }
    return lines;
  }

  private void append(Finding finding) throws IOException {
    RuleInfo rule = finding.rule();
    Answer answer = finding.answer();
    file.append(
        run,
        rule.id(),
        rule.guideId(),
        finding.severity().id(),
        finding.status().id(),
        SafeText.name(finding.token()),
        SafeText.name(finding.endpoint()),
        SafeText.name(finding.workspace()),
        SafeText.of(finding.owner()),
        SafeText.of(finding.ownerEmail()),
        SafeText.of(rule.title()),
        SafeText.of(finding.evidence()),
        SafeText.of(rule.remedy()),
        calendar.instant(finding.due()),
        answer == null ? null : answer.httpStatus(),
        answer == null ? null : CsvFile.number(SafeText.of(answer.code())),
        answer == null ? null : SafeText.of(answer.msg()),
        answer == null ? null : SafeText.of(answer.logid()),
        calendar.instant(finding.firstSeen()),
        waiver(finding.waiver()));
  }

  /** Such as {@code waivers.csv:4: moves next month (Li Wei, until 2026-12-31)}. */
  private @Nullable String waiver(@Nullable Waiver waiver) {
    return waiver == null
        ? null
        : "%s: %s (%s, until %s)"
            .formatted(
                waiver.place(),
                SafeText.of(waiver.reason()),
                SafeText.of(waiver.who()),
                calendar.day(waiver.until()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
