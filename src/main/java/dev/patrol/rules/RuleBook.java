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
import dev.patrol.rules.source.ParsedRules;
import dev.patrol.rules.source.Remark;
import dev.patrol.rules.source.RuleTexts;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.core.impl.InternalRuleBase;
import org.kie.api.KieBase;

/**
 * All rules of a folder, compiled. Safe for use by several threads; each call works on a session of
 * its own.
 */
public final class RuleBook {
  private final KieBase base;
  private final Map<String, RuleInfo> byName;
  private final Map<Locale, List<RuleInfo>> translations;
  private final List<Remark> warnings;

  private RuleBook(
      KieBase base,
      Map<String, RuleInfo> byName,
      Map<Locale, List<RuleInfo>> translations,
      List<Remark> warnings) {
    this.base = base;
    this.byName = byName;
    this.translations = translations;
    this.warnings = warnings;
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
    RuleCheck check = RuleCheck.read(folder, settings);
    check.refuseErrors();
    ParsedRules parsed = check.parsed();
    Map<String, RuleInfo> byName = RuleTexts.read(folder, language).translate(parsed.byName());
    Map<String, RuleInfo> chinese =
        RuleTexts.read(folder, Locale.CHINESE).translate(parsed.byName());
    KieBase base = new RuleCompiler(parsed).compile(check);
    return new RuleBook(
        base,
        byName,
        Map.of(
            Locale.ENGLISH,
            List.copyOf(parsed.byName().values()),
            Locale.CHINESE,
            List.copyOf(chinese.values())),
        check.warnings());
  }

  /**
   * Reads and compiles every {@code .drl} file below a folder, to say what is wrong with them.
   *
   * @param settings what the configuration changes about them
   */
  public static RuleCheck check(Path folder, RuleSettings settings) {
    RuleCheck check = RuleCheck.read(folder, settings);
    check.compile(new RuleCompiler(check.parsed()));
    return check;
  }

  /** What the authors of the rules should know, although the rules can be used; by place. */
  public List<Remark> warnings() {
    return warnings;
  }

  /** The rules with their texts in English and Chinese, by file and line. */
  public Map<Locale, List<RuleInfo>> translations() {
    return translations;
  }

  /** The rules, by file and line. */
  public Collection<RuleInfo> rules() {
    return byName.values();
  }

  /** Whether a rule asks for facts of that type, so that they must be collected. */
  public boolean matches(Class<?> type) {
    return ((InternalRuleBase) base)
        .getRete().getObjectTypeNodes().stream()
            .anyMatch(node -> node.getObjectType().isAssignableFrom(type));
  }

  /**
   * Judges dossiers, best 16 to 64 at a time: a session costs about as much as a small dossier.
   *
   * @return one judgement for each dossier, in the same order
   * @throws RuleFailure when a rule throws or does not come to an end
   */
  public List<Judgement> judge(List<Probed> dossiers, Today today, Policy policy) {
    try (RuleSession session = new RuleSession(base, byName, today, policy)) {
      dossiers.forEach(session::insert);
      session.run();
      return session.judgements(dossiers);
    }
  }

  /**
   * The last round: checks that span dossiers, on summaries collected on the way.
   *
   * @return the findings that are about no single dossier
   * @throws RuleFailure when a rule throws or does not come to an end
   */
  public Ruling judge(Estate estate, Today today, Policy policy) {
    try (RuleSession session = new RuleSession(base, byName, today, policy)) {
      session.insert(estate);
      session.run();
      return session.ruling();
    }
  }

  /**
   * The round of waivers, after all others: what became of each.
   *
   * @return the findings; they are about waivers and not for waivers to cover
   * @throws RuleFailure when a rule throws or does not come to an end
   */
  public Ruling review(List<WaiverUse> uses, Today today, Policy policy) {
    try (RuleSession session = new RuleSession(base, byName, today, policy)) {
      uses.forEach(session::insert);
      session.run();
      return session.ruling();
    }
  }
}
