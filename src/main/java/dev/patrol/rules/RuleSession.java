package dev.patrol.rules;

import dev.patrol.model.Estate;
import dev.patrol.model.Judgement;
import dev.patrol.model.Needs;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Ruling;
import dev.patrol.model.SecretPrefix;
import dev.patrol.model.Today;
import dev.patrol.model.WaiverUse;
import dev.patrol.rules.source.ParsedRules;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;

/** One Drools session over a batch of dossiers. */
final class RuleSession implements AutoCloseable {
  /** Far above what rules need that look at each fact a few times; a loop passes it in a second. */
  private static final int FIRINGS_PER_FACT = 1_000;

  private final KieSession session;
  private final Today today;
  private final Conclusions conclusions;
  private final Trace trace = new Trace();

  RuleSession(KieBase base, Map<String, RuleInfo> rules, Today today, Policy policy) {
    this.session = base.newKieSession();
    this.today = today;
    this.conclusions = new Conclusions(session::insert);
    session.setGlobal("audit", conclusions);
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            RuleInfo rule = ruleOf(event.getMatch(), rules);
            conclusions.speaker(rule);
            trace.fired(rule, event.getMatch().getObjects());
          }
        });
    session.insert(today);
    session.insert(policy);
  }

  private static RuleInfo ruleOf(Match match, Map<String, RuleInfo> rules) {
    String key = ParsedRules.key(match.getRule().getPackageName(), match.getRule().getName());
    RuleInfo rule = rules.get(key);
    if (rule == null) {
      throw new IllegalStateException("a rule fired that was not loaded: " + key);
    }
    return rule;
  }

  void insert(Probed probed) {
    conclusions.expect(probed);
    trace.expect(probed);
    session.insert(probed.dossier().token());
    session.insert(Needs.of(probed.dossier()));
    session.insert(probed.identity());
    probed.dossier().accountEditions().forEach(session::insert);
    probed.foreignHeaders().forEach(session::insert);
    probed.past().forEach(session::insert);
    if (probed.secretPrefix() != null) {
      session.insert(new SecretPrefix(probed.dossier().token().id(), probed.secretPrefix()));
    }
    probed.dossier().endpoints().forEach(session::insert);
    probed.answers().forEach(session::insert);
    probed.dossier().workspaces().forEach(this::insertOnce);
  }

  /** Dossiers of one batch share workspaces; a fact inserted twice would be found twice. */
  private void insertOnce(Object fact) {
    if (session.getFactHandle(fact) == null) {
      session.insert(fact);
    }
  }

  void insert(Estate estate) {
    session.insert(estate);
    estate.workspaces().forEach(session::insert);
    estate.holdings().forEach(session::insert);
    estate.sharedSecrets().forEach(session::insert);
    estate.tokens().forEach(session::insert);
    estate.applications().forEach(session::insert);
    estate.workspaceUses().forEach(session::insert);
  }

  void insert(WaiverUse use) {
    session.insert(use);
  }

  void run() {
    long limit = 10_000L + session.getFactCount() * FIRINGS_PER_FACT;
    int most = (int) Math.min(Integer.MAX_VALUE, limit);
    int fired;
    try {
      fired = session.fireAllRules(most);
    } catch (ConsequenceException e) {
      throw new RuleFailure(conclusions.speaker(), rootMessage(e), e);
    } catch (RuntimeException e) {
      // Drools names the rules that share the condition in its own message.
      throw new RuleFailure(null, e.getMessage() + ": " + rootMessage(e), e);
    }
    if (fired >= most) {
      throw new RuleFailure(
          conclusions.speaker(), "fired without end; does it insert what it asks for?", null);
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  /** What was made of the dossiers, after {@link #run}. */
  List<Judgement> judgements(List<Probed> dossiers) {
    Rights rights = new Rights(session.getObjects());
    return dossiers.stream()
        .map(probed -> new JudgementBuilder(probed, conclusions, rights, trace, today).build())
        .toList();
  }

  /** What was made of facts that are about no single dossier, after {@link #run}. */
  Ruling ruling() {
    return new Ruling(conclusions.sharedFindings(), trace.shared(), List.of());
  }

  @Override
  public void close() {
    session.dispose();
  }
}
