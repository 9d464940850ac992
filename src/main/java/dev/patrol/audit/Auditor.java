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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Catalog catalog;
  private final Inventory inventory;
  private final RuleBook rules;
  private final ProbeSettings probing;
  private final SecretStore secrets;

  private Auditor(AuditRequest request, Catalog catalog, Inventory inventory, RuleBook rules) {
    this.request = request;
    this.catalog = catalog;
    this.inventory = inventory;
    this.rules = rules;
    this.probing = ProbeConfig.of(request.config(), request.offline());
    this.secrets = secretStore(request);
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
    ProbePlanner planner = planner(keyring(Fingerprint.newKey()));
    try (DossierStream dossiers = inventory.dossiers()) {
      while (dossiers.hasNext()) {
        reader.accept(planner.plan(dossiers.next()));
      }
    }
    return planner;
  }

  /**
   * Audits and publishes the report. When the process is asked to stop meanwhile, no report is left
   * behind, and {@link #resume} goes on.
   *
   * @throws ProblemsException when another process audits the inventory
   * @throws java.util.concurrent.CancellationException when the process is asked to stop, or this
   *     thread is interrupted
   */
  public AuditOutcome run(Progress progress) {
    try (RunUnderWay run = RunUnderWay.begin(request, digest())) {
      return run(run, progress);
    }
  }

  /**
   * As {@link #run}, for the newest run that was broken off: its time and name hold, and nothing
   * that was answered is asked again.
   *
   * @return nothing when no run of the inventory was broken off
   * @throws ProblemsException as {@link #run}, and when the inventory was changed meanwhile
   */
  public Optional<AuditOutcome> resume(Progress progress) {
    Optional<RunUnderWay> resumed = RunUnderWay.resume(request, digest());
    if (resumed.isEmpty()) {
      return Optional.empty();
    }
    try (RunUnderWay run = resumed.get()) {
      return Optional.of(run(run, progress));
    }
  }

  private AuditOutcome run(RunUnderWay run, Progress progress) {
    progress.began(inventory.tokens().size());
    try (CleanUp cleanUp = new CleanUp();
        ReportWriter report = cleanUp.begin(run::report)) {
      return run(run, report, cleanUp, progress);
    } finally {
      progress.ended();
    }
  }

  private AuditOutcome run(
      RunUnderWay run, ReportWriter report, CleanUp cleanUp, Progress progress) {
    try {
      AuditOutcome outcome = run(run, report, progress);
      run.finished();
      return outcome;
    } catch (RuntimeException e) {
      // A report that is closed, or a file whose writing is interrupted, then fails in its own way.
      throw cleanUp.stopped() || Thread.currentThread().isInterrupted() ? Waiting.cancelled(e) : e;
    }
  }

  private AuditOutcome run(RunUnderWay run, ReportWriter report, Progress progress) {
    Consumer<Judgement> sink =
        judgement -> {
          report.add(judgement);
          progress.reached(report.totals().tokens());
        };
    Today today = run.today();
    Policy policy = request.config().policy();
    Notebook notebook = new Notebook(run.journal(), catalog);
    Keyring keyring = keyring(run.fingerprintKey());
    Requests requests = new Requests();
    Holders holders = new Holders();
    try (Probe probe = new OkHttpProbe(probing, AnswerCodes.standard(), request.clock(), notebook);
        Judging judging = new Judging(rules, today, policy, sink);
        DossierStream dossiers = inventory.dossiers()) {
      // Ahead of the judging, and no further than the probe has room for.
      int ahead = 4 * probing.concurrency();
      new Asking(planner(keyring), keyring, probe, notebook, ahead)
          .ask(
              dossiers,
              recorded -> {
                requests.add(recorded);
                holders.add(recorded);
                judging.add(recorded.probed());
              });
      judging.finish();
    }
    List<Finding> across = rules.judge(estate(holders), today, policy);
    Path published = report.publish(summary(requests, across));
    return new AuditOutcome(
        published,
        report.totals(),
        report.todos(SHOWN_FIRST),
        inventory.issues().size(),
        requests.sent());
  }

  private Estate estate(Holders holders) {
    List<Token> tokens = inventory.tokens();
    return new Estate(
        inventory.workspaces(),
        Holdings.of(tokens, inventory.workspaces(), request.config().policy()),
        holders.shared());
  }

  private RunSummary summary(Requests requests, List<Finding> across) {
    List<RuleInfo> all = List.copyOf(rules.rules());
    List<String> notes =
        requests.hostsDown().stream()
            .map(host -> host + " failed too often in a row and was given up for this run")
            .toList();
    return new RunSummary(
        inventory.issues(),
        across,
        requests.sent(),
        requests.shared(),
        requests.perPayer(),
        all,
        notes);
  }

  private ProbePlanner planner(Keyring keyring) {
    return new ProbePlanner(
        probing,
        operation(catalog, "store-category-list"),
        operation(catalog, "workspace-list"),
        keyring::secretOf);
  }

  private Keyring keyring(String fingerprintKey) {
    return new Keyring(secrets, request.offline(), new Fingerprint(fingerprintKey));
  }

  /** Of the inventory's contents; nothing goes on with an audit that asks nothing. */
  private String digest() {
    return request.offline() ? "" : inventory.digest();
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
