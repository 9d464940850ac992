package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Needs;
import dev.patrol.model.Operation;
import dev.patrol.model.Token;
import dev.patrol.model.Verdict;
import dev.patrol.model.Waiver;
import dev.patrol.report.row.EndpointRow;
import dev.patrol.report.row.FindingRow;
import dev.patrol.report.row.Portion;
import dev.patrol.report.row.TodoRow;
import dev.patrol.report.row.TokenRow;
import dev.patrol.report.row.TokenRow.Least;
import dev.patrol.report.row.WalkRow;
import dev.patrol.report.row.WhyRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes rows of judgements. */
final class Portions {
  private static final int ENDPOINTS_NAMED = 5;

  private final RunCalendar calendar;

  Portions(RunCalendar calendar) {
    this.calendar = calendar;
  }

  /** What pages show of a judgement, given the names of its support files by endpoint. */
  Portion of(Judgement judgement, Map<String, String> support) {
    List<EndpointRow> endpoints = new ArrayList<>();
    List<WalkRow> walks = new ArrayList<>();
    FiredRules fired = new FiredRules(judgement.trace());
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      endpoints.add(endpoint(diagnosis));
      String id = diagnosis.endpoint().id();
      walks.add(walk(diagnosis, judgement, support.getOrDefault(id, ""), fired.of(id)));
    }
    return new Portion(
        List.of(token(judgement)),
        endpoints,
        walks,
        findings(judgement.findings()),
        judgement.findings().stream().map(finding -> new WhyRow(fired.of(finding))).toList(),
        todos(judgement));
  }

  private List<TodoRow> todos(Judgement judgement) {
    List<TodoRow> todos = new ArrayList<>();
    for (Action action : Action.of(judgement.findings(), judgement.diagnoses())) {
      todos.add(todo(action, links(action, judgement)));
    }
    return todos;
  }

  /**
   * What pages show of a part of a judgement: its rows are those of the whole, but the rules named
   * with an endpoint are those of the part's findings, and why they fired is not told.
   *
   * @param whole what pages show of the judgement
   */
  Portion of(Judgement slice, Judgement judgement, Portion whole) {
    List<EndpointRow> endpoints = new ArrayList<>();
    List<WalkRow> walks = new ArrayList<>();
    int at = 0;
    for (Diagnosis diagnosis : slice.diagnoses()) {
      at = position(diagnosis, judgement.diagnoses(), at);
      endpoints.add(whole.endpoints().get(at));
      walks.add(whole.walks().get(at).withRules(rules(diagnosis, slice.findings())));
    }
    List<FindingRow> findings = new ArrayList<>();
    at = 0;
    for (Finding finding : slice.findings()) {
      at = position(finding, judgement.findings(), at);
      findings.add(whole.findings().get(at));
    }
    return new Portion(
        List.of(token(slice)),
        endpoints,
        walks,
        findings,
        Collections.nCopies(findings.size(), WhyRow.BLANK),
        todos(slice));
  }

  /** Where one of them stands, which is not before that position. */
  static <T> int position(T one, List<T> all, int from) {
    int at = from;
    while (all.get(at) != one) {
      at++;
    }
    return at;
  }

  /** What pages show of findings that span tokens. */
  Portion of(List<Finding> findings) {
    return new Portion(
        List.of(),
        List.of(),
        List.of(),
        findings(findings),
        findings.stream().map(finding -> WhyRow.BLANK).toList(),
        findings.stream()
            .flatMap(finding -> Action.of(List.of(finding), List.of()).stream())
            .map(action -> todo(action, List.of()))
            .toList());
  }

  private TokenRow token(Judgement judgement) {
    Token token = judgement.token();
    Needs needs = judgement.needs();
    Instant end = TokenEnd.of(token);
    return new TokenRow(
        Words.name(token.id()),
        token.kind().id(),
        Words.person(token.owner()),
        Words.person(token.ownerEmail()),
        judgement.state().id(),
        end == null && token.neverExpires() ? "never" : calendar.day(end),
        left(end),
        judgement.diagnoses().size(),
        TokenTable.failing(judgement),
        TokenTable.open(judgement),
        least(needs.permissions(), needs.missingPermissions(), needs.unusedPermissions()),
        least(needs.workspaces(), needs.missingWorkspaces(), needs.unusedWorkspaces()),
        Words.name(token.place().toString()));
  }

  private static Least least(
      Collection<String> items, Collection<String> missing, Collection<String> unused) {
    return new Least(Words.list(items), Words.list(missing), Words.list(unused));
  }

  private String left(@Nullable Instant instant) {
    return instant == null ? "" : String.valueOf(calendar.daysLeft(instant));
  }

  private static EndpointRow endpoint(Diagnosis diagnosis) {
    Endpoint endpoint = diagnosis.endpoint();
    Answer answer = diagnosis.answer();
    StringBuilder marks = new StringBuilder();
    for (Cause step : Cause.steps()) {
      marks.append(diagnosis.step(step).verdict().id().charAt(0));
    }
    String status = answer.httpStatus() == null ? "" : answer.httpStatus().toString();
    String code = Words.name(answer.code());
    String said = status.isEmpty() || code.isEmpty() ? status + code : status + " · " + code;
    return new EndpointRow(
        Words.name(endpoint.id()),
        Words.name(endpoint.token()),
        Words.name(endpoint.workspace()),
        Words.person(endpoint.application()),
        Words.name(endpoint.method()),
        SafeText.cut(SafeText.url(endpoint.url()), Words.TEXT),
        diagnosis.verdict().id(),
        diagnosis.cause().id(),
        diagnosis.alternatives().isEmpty()
            ? List.of()
            : diagnosis.alternatives().stream().map(Cause::id).toList(),
        marks.toString(),
        said);
  }

  private static WalkRow walk(
      Diagnosis diagnosis, Judgement judgement, String support, List<String> fired) {
    Endpoint endpoint = diagnosis.endpoint();
    Answer answer = diagnosis.answer();
    Operation operation = endpoint.operation();
    CorrectedRequest request =
        diagnosis.verdict() == Verdict.PASS ? null : CorrectedRequest.of(judgement, diagnosis);
    return new WalkRow(
        evidence(diagnosis),
        Words.name(answer.probe()),
        answer.asked() ? Words.text(answer.inWords()) : "",
        rules(diagnosis, judgement.findings()),
        request == null ? "" : request.command(),
        request == null ? List.of() : changes(request),
        request == null ? List.of() : Words.list(request.placeholders()),
        operation == null ? "" : operation.signature(),
        operation == null ? List.of() : Words.list(operation.permissions()),
        diagnosis.verdict() == Verdict.PASS
            ? List.of()
            : links(Links.of(diagnosis.cause(), judgement.token(), endpoint).stream()),
        support,
        Words.name(endpoint.place().toString()),
        fired);
  }

  private static List<String> evidence(Diagnosis diagnosis) {
    List<String> evidence = new ArrayList<>(Cause.steps().size());
    for (Cause step : Cause.steps()) {
      evidence.add(Words.text(diagnosis.step(step).evidence()));
    }
    return evidence;
  }

  private static List<String> changes(CorrectedRequest request) {
    return request.corrections().stream()
        .map(correction -> correction.part().id() + " " + Words.name(correction.name()))
        .toList();
  }

  /** The rules whose findings tell what to do about an endpoint, its own ones first. */
  private static List<String> rules(Diagnosis diagnosis, List<Finding> findings) {
    String id = diagnosis.endpoint().id();
    String workspace = diagnosis.endpoint().workspace();
    Set<String> own = new LinkedHashSet<>();
    Set<String> above = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (!finding.status().isOpen()) {
        continue;
      }
      if (id.equals(finding.endpoint())) {
        own.add(Words.name(finding.rule().id()));
      } else if (finding.endpoint() == null
          && finding.rule().guide() == diagnosis.cause()
          && (finding.workspace() == null || finding.workspace().equals(workspace))) {
        above.add(Words.name(finding.rule().id()));
      }
    }
    own.addAll(above);
    return List.copyOf(own);
  }

  private List<FindingRow> findings(List<Finding> findings) {
    return findings.stream().map(this::finding).toList();
  }

  private FindingRow finding(Finding finding) {
    return new FindingRow(
        Words.name(finding.rule().id()),
        finding.severity().id(),
        finding.status().id(),
        Words.name(finding.token()),
        Words.name(finding.endpoint()),
        Words.name(finding.workspace()),
        Words.name(finding.holder()),
        Words.person(finding.owner()),
        Words.person(finding.ownerEmail()),
        Words.text(finding.evidence()),
        calendar.day(finding.due()),
        calendar.day(finding.firstSeen()),
        waiver(finding.waiver()));
  }

  private String waiver(@Nullable Waiver waiver) {
    return waiver == null
        ? ""
        : "%s (%s, %s, %s)"
            .formatted(
                Words.text(waiver.reason()),
                Words.person(waiver.who()),
                calendar.day(waiver.until()),
                waiver.place());
  }

  /** Where to act first; what to read stands with the endpoints. */
  private static List<String> links(Action action, Judgement judgement) {
    Set<String> hit = action.endpoints();
    Endpoint endpoint =
        judgement.diagnoses().stream()
            .map(Diagnosis::endpoint)
            .filter(each -> hit.contains(each.id()))
            .findFirst()
            .orElse(null);
    return links(
        Links.of(action.finding().rule().guide(), judgement.token(), endpoint).stream()
            .filter(link -> link.page().isConsole()));
  }

  private static List<String> links(Stream<Link> links) {
    return links.map(link -> link.page().id() + " " + link.url()).toList();
  }

  private TodoRow todo(Action action, List<String> links) {
    Finding finding = action.finding();
    int fresh = action.count(FindingStatus.NEW);
    return new TodoRow(
        Words.name(finding.rule().id()),
        finding.severity().id(),
        Words.name(finding.token()),
        finding.endpoint() == null ? Words.name(finding.workspace()) : "",
        Words.name(finding.holder()),
        action.endpoints().stream().limit(ENDPOINTS_NAMED).map(Words::name).toList(),
        action.endpoints().size(),
        Words.person(finding.owner()),
        Words.person(finding.ownerEmail()),
        Words.text(finding.evidence()),
        action.times(),
        calendar.day(action.due()),
        left(action.due()),
        fresh,
        action.count(FindingStatus.REOPENED),
        fresh == action.times() ? "" : calendar.day(action.since()),
        links);
  }
}
