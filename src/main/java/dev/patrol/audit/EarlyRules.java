package dev.patrol.audit;

import dev.patrol.rules.RuleBook;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Loads rules on a thread of its own, while another one reads and opens what else is needed. */
final class EarlyRules {
  /** As much as a program's first thread has: compilers go deep. */
  private static final long STACK_BYTES = 8L << 20;

  private EarlyRules() {}

  /** The rules, as soon as they are there; what keeps them from it fails where they are awaited. */
  static Future<RuleBook> load(Supplier<RuleBook> source) {
    CompletableFuture<RuleBook> loading = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> load(source, loading), "rules", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return loading;
  }

  private static void load(Supplier<RuleBook> source, CompletableFuture<RuleBook> loading) {
    try {
      RuleBook rules = source.get();
      loading.complete(rules);
      rules.warmUp();
    } catch (RuntimeException | Error e) {
      // Too late for rules that are there: what cannot be built then fails again where it is used.
      loading.completeExceptionally(e);
    }
  }
}
