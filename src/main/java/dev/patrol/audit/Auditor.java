package dev.patrol.audit;

import dev.patrol.catalog.AnswerCodes;
import dev.patrol.catalog.Catalog;
import dev.patrol.config.Command;
import dev.patrol.config.Config;
import dev.patrol.inventory.DossierStream;
import dev.patrol.inventory.Inventory;
import dev.patrol.inventory.InventoryOptions;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Operation;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.probe.DossierPlan;
import dev.patrol.probe.OkHttpProbe;
import dev.patrol.probe.Probe;
import dev.patrol.probe.ProbePlanner;
import dev.patrol.probe.ProbeSettings;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.ReportWriter;
import dev.patrol.report.RunSummary;
import dev.patrol.rules.RuleBook;
import dev.patrol.secrets.SecretStore;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One audit, ready to run: everything that can keep it from running has been read and checked. For
 * one use by one thread.
 */
public final class Auditor {
  /** What to do first fits on a screen together with the totals. */
  private static final int SHOWN_FIRST = 5;

  private final AuditRequest request;
  private final Today today;
  private final Inventory inventory;
  private final RuleBook rules;
  private final ProbeSettings probing;
  private final ProbePlanner planner;
  private final Keyring keyring;

  private Auditor(AuditRequest request, Catalog catalog, Inventory inventory, RuleBook rules) {
    Config config = request.config();
    this.request = request;
    this.today = new Today(request.clock().instant(), config.zone());
    this.inventory = inventory;
    this.rules = rules;
    this.probing = ProbeConfig.of(config, request.offline());
    this.keyring = new Keyring(secretStore(request), request.offline());
    this.planner =
        new ProbePlanner(
            probing,
            operation(catalog, "store-category-list"),
            operation(catalog, "workspace-list"),
            keyring::secretOf);
  }

  /**
   * Reads inventory, catalog and rules; nothing is sent or written.
   *
   * @throws ProblemsException with everything that keeps the audit from running
   */
  public static Auditor prepare(AuditRequest request) {
    List<Problem> problems = new ArrayList<>();
    Config config = request.config();
    Catalog catalog = attempt(() -> catalog(config), problems);
    RuleBook rules = attempt(() -> RuleBook.load(config.rules(), config.language()), problems);
    Inventory inventory =
        attempt(() -> inventory(config, catalog == null ? Catalog.standard() : catalog), problems);
    if (catalog == null || rules == null || inventory == null) {
      throw new ProblemsException(problems);
    }
    return new Auditor(request, catalog, inventory, rules);
  }

  /** The catalog with the user's own operations. */
  public static Catalog catalog(Config config) {
    Catalog catalog = Catalog.standard();
    for (Path csv : config.catalog()) {
      catalog = catalog.with(csv);
    }
    return catalog;
  }

  /** The inventory as the configuration wants it read. */
  public static Inventory inventory(Config config, Catalog catalog) {
    return Inventory.open(
        config.inventory().folder(),
        catalog,
        new InventoryOptions(config.zone(), config.inventory().encoding()));
  }

  /** Hands out the plan of every dossier, in the inventory's order; sends nothing. */
  public ProbePlanner plan(Consumer<DossierPlan> reader) {
    try (DossierStream dossiers = inventory.dossiers()) {
      while (dossiers.hasNext()) {
        reader.accept(planner.plan(dossiers.next()));
      }
    }
    return planner;
  }

  /**
   * Audits and publishes the report. When the process is asked to stop meanwhile, nothing is left
   * behind.
   *
   * @throws java.util.concurrent.CancellationException when that happens, or this thread is
   *     interrupted
   */
  public AuditOutcome run(Progress progress) {
    progress.began(inventory.tokens().size());
    try (CleanUp cleanUp = new CleanUp()) {
      return run(cleanUp, progress);
    } finally {
      progress.ended();
    }
  }

  private AuditOutcome run(CleanUp cleanUp, Progress progress) {
    Path reports = request.config().reports();
    try (ReportWriter report =
        cleanUp.begin(() -> ReportWriter.open(reports, RunNames.info(request, today)))) {
      return run(report, progress);
    } catch (RuntimeException e) {
      // A report that is closed, or a file whose writing is interrupted, then fails in its own way.
      throw cleanUp.stopped() || Thread.currentThread().isInterrupted() ? Waiting.cancelled(e) : e;
    }
  }

  private AuditOutcome run(ReportWriter report, Progress progress) {
    Consumer<Judgement> sink =
        judgement -> {
          report.add(judgement);
          progress.reached(report.totals().tokens());
        };
    Policy policy = request.config().policy();
    try (Probe probe = new OkHttpProbe(probing, AnswerCodes.standard(), request.clock());
        Judging judging = new Judging(rules, today, policy, sink)) {
      judgeAll(probe, judging);
      List<Finding> across = rules.judge(estate(), today, policy);
      Path published = report.publish(summary(probe, across));
      return new AuditOutcome(
          published,
          report.totals(),
          report.todos(SHOWN_FIRST),
          inventory.issues().size(),
          probe.stats().sent());
    }
  }

  /** Sends ahead of the judging, and no further than the probe has room for. */
  private void judgeAll(Probe probe, Judging judging) {
    int ahead = 4 * probing.concurrency();
    Deque<CompletableFuture<Probed>> asked = new ArrayDeque<>();
    try (DossierStream dossiers = inventory.dossiers()) {
      while (dossiers.hasNext()) {
        DossierPlan plan = planner.plan(dossiers.next());
        keyring.note(plan.dossier().token());
        asked.add(probe.send(plan));
        if (asked.size() > ahead) {
          judging.add(keyring.annotate(Waiting.forResult(asked.remove())));
        }
      }
    }
    while (!asked.isEmpty()) {
      judging.add(keyring.annotate(Waiting.forResult(asked.remove())));
    }
    judging.finish();
  }

  private Estate estate() {
    List<Token> tokens = inventory.tokens();
    return new Estate(
        inventory.workspaces(),
        Holdings.of(tokens, inventory.workspaces(), request.config().policy()),
        keyring.shared());
  }

  private RunSummary summary(Probe probe, List<Finding> across) {
    List<RuleInfo> all = List.copyOf(rules.rules());
    List<String> notes =
        probe.stats().hostsCutOff().stream()
            .map(host -> host + " failed too often in a row and was given up for this run")
            .toList();
    return new RunSummary(
        inventory.issues(),
        across,
        probe.stats().sent(),
        planner.totals().shared(),
        planner.totals().perAccount().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> (long) e.getValue())),
        all,
        notes);
  }

  private static SecretStore secretStore(AuditRequest request) {
    Config config = request.config();
    return new SecretStore(
        request.environment(),
        config.inventory().folder(),
        config.secrets().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> words(e.getValue()))),
        config.secretsTimeout());
  }

  private static List<String> words(Command command) {
    return command.words();
  }

  private static Operation operation(Catalog catalog, String id) {
    return catalog
        .operation(id)
        .orElseThrow(() -> new IllegalStateException("the catalog lacks " + id));
  }

  private static <T> @Nullable T attempt(Supplier<T> read, List<Problem> problems) {
    try {
      return read.get();
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return null;
    }
  }
}
