package dev.patrol.rules;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Probed;
import dev.patrol.model.Token;
import dev.patrol.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules said about one token and its endpoints. */
final class TokenNotes {
  private final Probed probed;
  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<Cause, Mark> forAll = new EnumMap<>(Cause.class);
  private final Map<String, Map<Cause, Mark>> byEndpoint = new HashMap<>();
  private final Map<Cause, List<Cause>> alternativesForAll = new EnumMap<>(Cause.class);
  private final Map<String, Map<Cause, List<Cause>>> alternatives = new HashMap<>();
  private final Map<String, Set<Cause>> openCauses = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Needs needs;

  TokenNotes(Probed probed) {
    this.probed = probed;
    this.needs = Needs.of(probed.dossier());
    for (int i = 0; i < probed.answers().size(); i++) {
      answers.put(probed.dossier().endpoints().get(i).id(), probed.answers().get(i));
    }
  }

  /** What the token needs, as it is declared. */
  Needs needs() {
    return needs;
  }

  Token token() {
    return probed.dossier().token();
  }

  List<Endpoint> endpoints() {
    return probed.dossier().endpoints();
  }

  Answer identity() {
    return probed.identity();
  }

  Answer answer(String endpoint) {
    Answer answer = answers.get(endpoint);
    if (answer == null) {
      throw new IllegalArgumentException("no endpoint \"" + endpoint + "\" is being judged");
    }
    return answer;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return findings.stream().sorted(Conclusions.WORST_FIRST).toList();
  }

  void markAll(Cause step, Verdict verdict, String evidence) {
    mark(forAll, step, verdict, evidence);
  }

  void mark(String endpoint, Cause step, Verdict verdict, String evidence) {
    mark(
        byEndpoint.computeIfAbsent(endpoint, e -> new EnumMap<>(Cause.class)),
        step,
        verdict,
        evidence);
  }

  /** A failure outweighs a pass, and a pass outweighs not knowing; equals add up. */
  private static void mark(Map<Cause, Mark> marks, Cause step, Verdict verdict, String evidence) {
    Mark mark = new Mark(verdict, evidence);
    marks.merge(step, mark, TokenNotes::stronger);
  }

  static Mark stronger(Mark first, Mark second) {
    if (first.verdict() != second.verdict()) {
      return weight(first) > weight(second) ? first : second;
    }
    return first.evidence().equals(second.evidence())
        ? first
        : new Mark(first.verdict(), first.evidence() + "; " + second.evidence());
  }

  private static int weight(Mark mark) {
    return switch (mark.verdict()) {
      case FAIL -> 2;
      case PASS -> 1;
      case UNKNOWN -> 0;
    };
  }

  /** The mark for the token as a whole, if a rule made one. */
  @Nullable Mark mark(Cause step) {
    return forAll.get(step);
  }

  /** The marks that rules made for an endpoint, its token's marks included. */
  Map<Cause, Mark> marks(String endpoint) {
    Map<Cause, Mark> own = byEndpoint.get(endpoint);
    if (own == null) {
      return Collections.unmodifiableMap(forAll);
    }
    Map<Cause, Mark> all = new EnumMap<>(own);
    forAll.forEach((step, general) -> all.merge(step, general, TokenNotes::stronger));
    return all;
  }

  /** A certain failure, which has no alternatives, closes what a suspicion left open. */
  void alternatives(String endpoint, Cause step, List<Cause> others) {
    alternatives
        .computeIfAbsent(endpoint, e -> new EnumMap<>(Cause.class))
        .merge(step, others, TokenNotes::closed);
  }

  /** The same for a failure of the token as a whole. */
  void alternatives(Cause step, List<Cause> others) {
    alternativesForAll.merge(step, others, TokenNotes::closed);
  }

  private static List<Cause> closed(List<Cause> first, List<Cause> second) {
    return first.isEmpty() || second.isEmpty() ? List.of() : first;
  }

  /** Whatever the named cause is, this one fits as well. */
  void alternative(String endpoint, Cause cause) {
    openCauses.computeIfAbsent(endpoint, e -> EnumSet.noneOf(Cause.class)).add(cause);
  }

  /** The other causes that fit when this one is named, in the guide's order. */
  List<Cause> alternatives(String endpoint, Cause named) {
    if (alternatives.isEmpty() && alternativesForAll.isEmpty() && openCauses.isEmpty()) {
      return List.of();
    }
    Set<Cause> all = EnumSet.noneOf(Cause.class);
    all.addAll(suspected(endpoint, named));
    all.addAll(openCauses.getOrDefault(endpoint, Set.of()));
    all.remove(named);
    return List.copyOf(all);
  }

  private List<Cause> suspected(String endpoint, Cause step) {
    List<Cause> own = alternatives.getOrDefault(endpoint, Map.of()).get(step);
    List<Cause> general = alternativesForAll.get(step);
    if (own == null || general == null) {
      return own != null ? own : general != null ? general : List.of();
    }
    return closed(own, general);
  }
}
