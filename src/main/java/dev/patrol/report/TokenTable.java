package dev.patrol.report;

import dev.patrol.model.Diagnosis;
import dev.patrol.model.Judgement;
import dev.patrol.model.Needs;
import dev.patrol.model.Token;
import dev.patrol.model.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The rows of {@code tokens.csv}. */
final class TokenTable implements Closeable {
  static final String NAME = "tokens.csv";

  private final CsvFile file;
  private final RunCalendar calendar;

  TokenTable(OutputStream out, RunCalendar calendar) throws IOException {
    this.calendar = calendar;
    file =
        new CsvFile(
            out,
            "token,kind,state,expires_at,days_left,missing_permissions,unused_permissions,"
                + "least_permissions,missing_workspaces,unused_workspaces,endpoints,"
                + "failing_endpoints,findings,least_workspaces");
  }

  void add(Judgement judgement) throws IOException {
    Token token = judgement.token();
    Needs needs = judgement.needs();
    Instant end = token.expiresAt();
    file.row(
        SafeText.name(token.id()),
        token.kind().id(),
        judgement.state().id(),
        token.neverExpires() ? "never" : calendar.instant(end),
        end == null ? null : calendar.daysLeft(end),
        texts(needs.missingPermissions()),
        texts(needs.unusedPermissions()),
        texts(needs.permissions()),
        texts(needs.missingWorkspaces()),
        texts(needs.unusedWorkspaces()),
        judgement.diagnoses().size(),
        failing(judgement),
        open(judgement),
        texts(needs.workspaces()));
  }

  /** How many of a token's endpoints fail. */
  static long failing(Judgement judgement) {
    return judgement.diagnoses().stream()
        .map(Diagnosis::verdict)
        .filter(Verdict.FAIL::equals)
        .count();
  }

  /** How many findings about a token, its endpoints included, are open. */
  static long open(Judgement judgement) {
    return judgement.findings().stream().filter(finding -> finding.status().isOpen()).count();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static List<String> texts(Collection<String> names) {
    return names.stream().map(SafeText::of).toList();
  }
}
