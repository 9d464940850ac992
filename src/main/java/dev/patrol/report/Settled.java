package dev.patrol.report;

import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.Waiver;
import dev.patrol.report.view.FixedRow;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.WaivedRow;
import java.util.Comparator;

/** The findings that the page shows and that ask for nothing: fixed ones and waived ones. */
final class Settled {
  static final int LIMIT = 200;

  private final Words words;
  private final RunCalendar calendar;
  private final Shortlist<Severity, FixedRow> fixed =
      new Shortlist<>(LIMIT, Comparator.naturalOrder());
  private final Shortlist<Severity, WaivedRow> waived =
      new Shortlist<>(LIMIT, Comparator.naturalOrder());

  Settled(Words words, RunCalendar calendar) {
    this.words = words;
    this.calendar = calendar;
  }

  /** Takes in any finding; open ones are none of these. */
  void add(Finding finding) {
    if (finding.status() == FindingStatus.FIXED) {
      fixed.offer(finding.severity(), () -> fixedRow(finding));
    } else if (finding.status() == FindingStatus.WAIVED) {
      waived.offer(finding.severity(), () -> waivedRow(finding));
    }
  }

  Part<FixedRow> fixed() {
    return new Part<>(fixed.items(), fixed.left());
  }

  Part<WaivedRow> waived() {
    return new Part<>(waived.items(), waived.left());
  }

  private FixedRow fixedRow(Finding finding) {
    return new FixedRow(
        Words.name(finding.rule().id()),
        Words.text(finding.rule().title()),
        words.severity(finding.severity()),
        Words.subject(finding),
        Words.text(finding.evidence()),
        calendar.day(finding.firstSeen()));
  }

  private WaivedRow waivedRow(Finding finding) {
    Waiver waiver = finding.waiver();
    return new WaivedRow(
        Words.name(finding.rule().id()),
        Words.text(finding.rule().title()),
        words.severity(finding.severity()),
        Words.subject(finding),
        Words.text(finding.evidence()),
        waiver == null ? "" : Words.text(waiver.reason()),
        waiver == null ? "" : Words.name(SafeText.of(waiver.who())),
        waiver == null ? "" : calendar.day(waiver.until()),
        waiver == null ? "" : words.fromToday(waiver.until()));
  }
}
