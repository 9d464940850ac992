package dev.patrol.cases;

import dev.patrol.cases.Expected.Find;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Today;
import dev.patrol.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what the rules made of a case against what it expects. */
final class Difference {
  private final RuleCase tried;
  private final Expected expected;
  private final Verdicts found;
  private final Subject subject;
  private final List<String> lines = new ArrayList<>();

  private Difference(RuleCase tried, Verdicts found) {
    this.tried = tried;
    this.expected = tried.expected();
    this.found = found;
    this.subject = new Subject(tried.facts().waivers());
  }

  /**
   * What differs, in lines for people; none when all is as expected.
   *
   * @param reports whether the rule reports findings; else it draws conclusions alone
   */
  static List<String> between(RuleCase tried, Verdicts found, boolean reports) {
    Difference difference = new Difference(tried, found);
    difference.errors();
    if (reports) {
      difference.findings();
    } else {
      difference.conclusions();
    }
    difference.causes();
    difference.alternatives();
    difference.verdicts();
    difference.rules();
    if (!difference.lines.isEmpty()) {
      difference.context();
    }
    return difference.lines;
  }

  private void errors() {
    found.errors().forEach(error -> lines.add(error.rule().id() + " failed: " + error.message()));
  }

  private void findings() {
    List<Finding> own =
        found.findings().stream().filter(f -> f.rule().id().equals(tried.rule())).toList();
    if (tried.kind() != CaseKind.FIRING) {
      own.forEach(finding -> lines.add("expected no finding, found " + shown(finding)));
      return;
    }
    if (expected.finds() == null) {
      if (own.isEmpty()) {
        lines.add("expected a finding, found none");
      }
      return;
    }
    if (expected.finds().isEmpty()) {
      lines.add("a firing case of a rule that reports finds something");
    }
    List<Finding> left = new ArrayList<>(own);
    for (Find find : expected.finds()) {
      Optional<Finding> fitting = left.stream().filter(f -> fits(f, find)).findFirst();
      if (fitting.isPresent()) {
        left.remove(fitting.get());
      } else {
        lines.add("expected " + find);
      }
    }
    left.forEach(finding -> lines.add("found    " + shown(finding)));
  }

  private boolean fits(Finding finding, Find find) {
    Today today = tried.facts().today();
    return find.on().equals(subject.of(finding))
        && (find.severity() == null || find.severity() == finding.severity())
        && (find.evidence() == null || finding.evidence().contains(find.evidence()))
        && (find.due() == null
            || (finding.due() != null && find.due().equals(today.dateOf(finding.due()))));
  }

  private void conclusions() {
    boolean fired = found.fired(tried.rule());
    if (fired != (tried.kind() == CaseKind.FIRING)) {
      lines.add(
          fired ? "expected that it does not fire, it did" : "expected that it fires, it did not");
    }
    if (expected.finds() != null) {
      lines.add("finds: the rule draws conclusions and reports nothing");
    }
  }

  private void causes() {
    Map<String, Cause> causes = expected.causes();
    if (causes == null) {
      return;
    }
    for (Diagnosis diagnosis : found.diagnoses()) {
      Cause cause = causes.getOrDefault(diagnosis.endpoint().id(), Cause.NONE);
      if (diagnosis.cause() != cause) {
        lines.add(
            "expected the cause of %s to be %s, found %s"
                .formatted(diagnosis.endpoint().id(), cause.id(), diagnosis.cause().id()));
      }
    }
  }

  private void alternatives() {
    Map<String, List<Cause>> all = expected.alternatives();
    if (all == null) {
      return;
    }
    for (Diagnosis diagnosis : found.diagnoses()) {
      List<Cause> alternatives = all.getOrDefault(diagnosis.endpoint().id(), List.of());
      if (!diagnosis.alternatives().equals(alternatives)) {
        lines.add(
            "expected the alternatives of %s to be %s, found %s"
                .formatted(
                    diagnosis.endpoint().id(),
                    words(alternatives),
                    words(diagnosis.alternatives())));
      }
    }
  }

  private void verdicts() {
    for (Diagnosis diagnosis : found.diagnoses()) {
      String endpoint = diagnosis.endpoint().id();
      Verdict whole = expected.verdicts().get(endpoint);
      if (whole != null && whole != diagnosis.verdict()) {
        lines.add(differs(endpoint, whole, diagnosis.verdict(), ""));
      }
      expected
          .steps()
          .getOrDefault(endpoint, Map.of())
          .forEach(
              (step, verdict) -> {
                if (diagnosis.step(step).verdict() != verdict) {
                  String why = " (" + diagnosis.step(step).evidence() + ")";
                  String what = endpoint + " " + step.id();
                  lines.add(differs(what, verdict, diagnosis.step(step).verdict(), why));
                }
              });
    }
  }

  private static String differs(String what, Verdict wanted, Verdict got, String why) {
    return "expected %s to be %s, found %s%s".formatted(what, word(wanted), word(got), why);
  }

  private void rules() {
    Set<String> wanted = expected.all();
    if (wanted == null) {
      return;
    }
    Set<String> got =
        found.findings().stream()
            .map(finding -> finding.rule().id())
            .collect(Collectors.toCollection(TreeSet::new));
    wanted.stream()
        .filter(id -> !got.contains(id))
        .forEach(id -> lines.add("expected findings of " + id + ", found none"));
    got.stream()
        .filter(id -> !wanted.contains(id))
        .forEach(id -> lines.add("expected no findings of " + id + ", found some"));
  }

  /** What the reader needs to see why. */
  private void context() {
    for (Judgement judgement : found.judgements()) {
      lines.add("token " + judgement.token().id() + " is " + judgement.state().id());
      for (Diagnosis diagnosis : judgement.diagnoses()) {
        String others =
            diagnosis.alternatives().isEmpty()
                ? ""
                : " (or " + words(diagnosis.alternatives()) + ")";
        lines.add(
            "endpoint %s: %s, cause %s%s"
                .formatted(
                    diagnosis.endpoint().id(),
                    word(diagnosis.verdict()),
                    diagnosis.cause().id(),
                    others));
      }
    }
    for (Finding finding : found.findings()) {
      lines.add("reported: " + finding.rule().id() + " on " + shown(finding));
    }
  }

  private String shown(Finding finding) {
    Today today = tried.facts().today();
    return new Find(
            subject.of(finding),
            finding.evidence(),
            finding.severity(),
            finding.due() == null ? null : today.dateOf(finding.due()))
        .toString();
  }

  private static String words(List<Cause> causes) {
    return causes.isEmpty()
        ? "none"
        : causes.stream().map(Cause::id).collect(Collectors.joining(", "));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
