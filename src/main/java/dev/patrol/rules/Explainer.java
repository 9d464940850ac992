package dev.patrol.rules;

import dev.patrol.model.Answer;
import dev.patrol.model.Call;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Firing;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleInfo;
import dev.patrol.rules.explain.Explanation;
import dev.patrol.rules.explain.Explanation.Fired;
import dev.patrol.rules.explain.FactWords;
import dev.patrol.rules.explain.NearMiss;
import dev.patrol.rules.explain.NearMisses;
import dev.patrol.rules.source.RuleFile;
import dev.patrol.rules.source.RuleKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/** Says why the rules say of a dossier what they say, and which of them nearly said something. */
final class Explainer {
  private final List<Model> models;
  private final Map<String, RuleInfo> byName;
  private final Map<String, String> texts = new LinkedHashMap<>();

  Explainer(List<Model> models, Map<String, RuleInfo> byName, List<RuleFile> files) {
    this.models = models;
    this.byName = byName;
    files.forEach(file -> texts.put(file.name(), file.text()));
  }

  /** A firing as Drools has it; the match itself does not outlast the firing. */
  record Matched(Firing firing, List<Object> facts, List<String> bound) {
    static Matched of(Firing firing, Match match) {
      List<String> bound = new ArrayList<>();
      for (String name : match.getDeclarationIds()) {
        Object value = match.getDeclarationValue(name);
        if (name.startsWith("$") && !(value instanceof Record)) {
          bound.add(name + " = " + FactWords.value(value));
        }
      }
      return new Matched(firing, List.copyOf(match.getObjects()), bound);
    }
  }

  /**
   * Of a dossier that was judged alone.
   *
   * @param facts all of its session, conclusions included
   * @param endpoint whose near misses are wanted, or null for all
   */
  Explanation explain(
      Judgement judgement, List<Matched> matches, Collection<?> facts, @Nullable String endpoint) {
    List<Fired> fired = new ArrayList<>();
    for (Matched match : matches) {
      Firing firing = match.firing();
      if (endpoint == null || firing.endpoint() == null || endpoint.equals(firing.endpoint())) {
        fired.add(
            new Fired(firing, match.facts().stream().map(FactWords::name).toList(), match.bound()));
      }
    }
    Set<RuleInfo> done = new HashSet<>();
    fired.forEach(each -> done.add(each.firing().rule()));
    List<NearMiss> near = new ArrayList<>();
    List<RuleInfo> unread = new ArrayList<>();
    for (Model model : models) {
      for (Rule rule : model.getRules()) {
        RuleInfo info = byName.get(RuleKey.of(rule.getPackage(), rule.getName()));
        if (info != null && !done.contains(info)) {
          add(rule, info, facts, endpoint, near, unread);
        }
      }
    }
    near.sort(nearest(judgement, endpoint));
    return new Explanation(judgement, fired, near, unread);
  }

  private void add(
      Rule rule,
      RuleInfo info,
      Collection<?> facts,
      @Nullable String endpoint,
      List<NearMiss> near,
      List<RuleInfo> unread) {
    List<NearMiss> misses =
        NearMisses.of(
            rule,
            info,
            texts.getOrDefault(info.file(), ""),
            facts,
            fact -> concerns(fact, endpoint));
    if (misses == null) {
      unread.add(info);
    } else {
      near.addAll(misses);
    }
  }

  /** Other endpoints and what is known of them are left out; conclusions are the token's. */
  private static boolean concerns(Object fact, @Nullable String endpoint) {
    if (endpoint == null) {
      return true;
    }
    if (fact instanceof Endpoint other) {
      return endpoint.equals(other.id());
    } else if (fact instanceof Call call) {
      return endpoint.equals(call.id());
    } else if (fact instanceof Answer answer) {
      return answer.identity() || endpoint.equals(answer.endpoint());
    }
    return !(fact instanceof History past)
        || past.endpoint() == null
        || endpoint.equals(past.endpoint());
  }

  /** Rules that report come first, those of the cause's own step before all others. */
  private static Comparator<NearMiss> nearest(Judgement judgement, @Nullable String endpoint) {
    Set<Cause> causes = new HashSet<>();
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      if (endpoint == null || diagnosis.endpoint().id().equals(endpoint)) {
        causes.add(diagnosis.cause());
      }
    }
    return Comparator.comparing((NearMiss miss) -> miss.rule().remedy().isEmpty())
        .thenComparing(miss -> !causes.contains(miss.rule().guide()))
        .thenComparing(miss -> miss.rule().severity())
        .thenComparing(miss -> miss.rule().file())
        .thenComparing(miss -> miss.rule().line())
        .thenComparing(NearMiss::line)
        .thenComparing(NearMiss::condition);
  }
}
