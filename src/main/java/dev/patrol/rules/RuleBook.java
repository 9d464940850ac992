package dev.patrol.rules;

import dev.patrol.model.Estate;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Ruling;
import dev.patrol.model.Today;
import dev.patrol.model.WaiverUse;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.check.RuleCheck;
import dev.patrol.rules.explain.Explanation;
import dev.patrol.rules.source.Remark;
import dev.patrol.rules.source.RuleFolder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a folder, compiled. Safe for use by several threads; each call works on a session of
 * its own. A rule that throws or does not come to an end is left out where it does, and said to be.
 */
public final class RuleBook {
  private final RuleBases bases;
  private final Explainer explainer;
  private final List<RuleInfo> switchedOff;
  private final Map<Locale, List<RuleInfo>> translations;
  private final List<Remark> warnings;
  private final Map<RuleInfo, String> givenUp;

  RuleBook(
      RuleBases bases,
      Explainer explainer,
      List<RuleInfo> switchedOff,
      Map<Locale, List<RuleInfo>> translations,
      List<Remark> warnings,
      Map<RuleInfo, String> givenUp) {
    this.bases = bases;
    this.explainer = explainer;
    this.switchedOff = switchedOff;
    this.translations = translations;
    this.warnings = warnings;
    this.givenUp = givenUp;
  }

  /**
   * Compiles every {@code .drl} file below a folder.
   *
   * @param settings what the configuration changes about them
   * @param language of the rules' texts; one without a translation stays English
   * @throws ProblemsException naming file, line and, where it is known, column of every error; also
   *     when the file of texts cannot be read
   */
  public static RuleBook load(Path folder, RuleSettings settings, Locale language) {
    return load(folder, settings, language, RuleCache.OFF, false);
  }

  /**
   * As {@link #load(Path, RuleSettings, Locale)}, without compiling what was compiled before.
   *
   * @param cache where compiled rules are kept
   * @param locked whether the folder must be as its manifest says
   */
  public static RuleBook load(
      Path folder, RuleSettings settings, Locale language, RuleCache cache, boolean locked) {
    RuleEngine.start();
    RuleFolder files = RuleFolder.read(folder);
    if (locked && files.problems().isEmpty()) {
      RuleManifest.check(folder, files.files());
    }
    return new RuleLoading(folder, files, settings, language, cache).book();
  }

  /**
   * Reads and compiles every {@code .drl} file below a folder, to say what is wrong with them.
   *
   * @param settings what the configuration changes about them
   */
  public static RuleCheck check(Path folder, RuleSettings settings) {
    JavaStart.begin();
    RuleCheck check = RuleCheck.read(folder, settings);
    check.compile(new RuleCompiler(check.parsed(), settings));
    check.lint();
    return check;
  }

  /** What the authors of the rules should know, although the rules can be used; by place. */
  public List<Remark> warnings() {
    return warnings;
  }

  /**
   * The same rules without some that are given up: what is judged says so of each.
   *
   * @param reasons why, by rule
   */
  public RuleBook without(Map<RuleInfo, String> reasons) {
    return reasons.equals(givenUp)
        ? this
        : new RuleBook(
            bases,
            explainer,
            switchedOff,
            translations,
            warnings,
            Collections.unmodifiableMap(new LinkedHashMap<>(reasons)));
  }

  /** Builds what else the first question would have to build and wait for. */
  public void warmUp() {
    bases.without(givenUp.keySet());
  }

  /** The rules with their texts in English and Chinese, by file and line. */
  public Map<Locale, List<RuleInfo>> translations() {
    return translations;
  }

  /** The rules that the configuration switched off; they are asked nothing. */
  public List<RuleInfo> switchedOff() {
    return switchedOff;
  }

  /** The rules that are asked, by file and line. */
  public Collection<RuleInfo> rules() {
    return bases.byName().values();
  }

  /** Whether a rule asks for facts of that type, so that they must be collected. */
  public boolean matches(Class<?> type) {
    return bases.without(List.of()).base().getRete().getObjectTypeNodes().stream()
        .anyMatch(node -> node.getObjectType().isAssignableFrom(type));
  }

  /**
   * Judges dossiers, best 16 to 64 at a time: a session costs about as much as a small dossier.
   * When a rule fails, each dossier is judged alone, and those that it fails for without it.
   *
   * @return one judgement for each dossier, in the same order
   */
  public List<Judgement> judge(List<Probed> dossiers, Today today, Policy policy) {
    try {
      return judge(bases.without(givenUp.keySet()), givenUp, dossiers, today, policy);
    } catch (BrokenOff e) {
      return dossiers.stream().map(List::of).flatMap(one -> alone(one, today, policy)).toList();
    }
  }

  private Stream<Judgement> alone(List<Probed> one, Today today, Policy policy) {
    return new RuleTrial<>(
            bases, givenUp, (base, leftOut) -> judge(base, leftOut, one, today, policy))
        .run().stream();
  }

  private List<Judgement> judge(
      SessionPool base,
      Map<RuleInfo, String> leftOut,
      List<Probed> dossiers,
      Today today,
      Policy policy)
      throws BrokenOff {
    try (RuleSession session = new RuleSession(base, bases, today, policy)) {
      dossiers.forEach(session::insert);
      session.run();
      return session.judgements(dossiers, leftOut);
    }
  }

  /**
   * Judges one dossier and says why.
   *
   * @param endpoint whose near misses are wanted, those of its token included; null for those of
   *     the token and all its endpoints
   */
  public Explanation explain(Probed probed, @Nullable String endpoint, Today today, Policy policy) {
    return new RuleTrial<>(
            bases,
            givenUp,
            (base, leftOut) -> {
              try (RuleSession session = new RuleSession(base, bases, today, policy)) {
                session.keepMatches();
                session.insert(probed);
                session.run();
                return explainer.explain(
                    session.judgements(List.of(probed), leftOut).get(0),
                    session.matches(),
                    session.facts(),
                    endpoint);
              }
            })
        .run();
  }

  /**
   * The last round: checks that span dossiers, on summaries collected on the way.
   *
   * @return the findings that are about no single dossier
   */
  public Ruling judge(Estate estate, Today today, Policy policy) {
    return round(session -> session.insert(estate), today, policy);
  }

  /**
   * The round of waivers, after all others: what became of each.
   *
   * @return the findings; they are about waivers and not for waivers to cover
   */
  public Ruling review(List<WaiverUse> uses, Today today, Policy policy) {
    return round(session -> uses.forEach(session::insert), today, policy);
  }

  private Ruling round(Consumer<RuleSession> facts, Today today, Policy policy) {
    return new RuleTrial<>(
            bases,
            givenUp,
            (base, leftOut) -> {
              try (RuleSession session = new RuleSession(base, bases, today, policy)) {
                facts.accept(session);
                session.run();
                return session.ruling(leftOut);
              }
            })
        .run();
  }
}
