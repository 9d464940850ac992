package dev.patrol.rules;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.drools.core.impl.InternalRuleBase;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * A rule base and its sessions, which are emptied and used again: what a session sets up for each
 * condition of each rule costs as much as to judge thirty endpoints. Safe for use by several
 * threads; there are as many sessions as were ever in use at once.
 */
final class SessionPool {
  private final KieBase base;
  private final Deque<StatefulKnowledgeSessionImpl> idle = new ConcurrentLinkedDeque<>();

  SessionPool(KieBase base) {
    this.base = base;
  }

  InternalRuleBase base() {
    return (InternalRuleBase) base;
  }

  /** A session without facts, for one user. */
  KieSession take() {
    KieSession session = idle.pollFirst();
    return session == null ? base.newKieSession() : session;
  }

  /** Takes back a session that came to its end without a failure; the others are disposed of. */
  void giveBack(KieSession session) {
    StatefulKnowledgeSessionImpl used = (StatefulKnowledgeSessionImpl) session;
    used.reset();
    idle.addFirst(used);
  }
}
