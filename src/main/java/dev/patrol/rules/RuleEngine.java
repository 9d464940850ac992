package dev.patrol.rules;

import java.util.List;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieServices;

/** The engine that all rules run in. */
public final class RuleEngine {
  static {
    // As for rules, but without any: this loads most of the engine's classes.
    KieBaseBuilder.createKieBaseFromModel(
            List.of(new ModelImpl()), KieServices.get().newKieBaseConfiguration())
        .newKieSession()
        .dispose();
  }

  private RuleEngine() {}

  /**
   * Starts it, once in a process, which takes a tenth of a second; who comes meanwhile waits, so
   * that no two threads load its classes in different order.
   */
  public static void start() {}
}
