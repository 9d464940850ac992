package dev.patrol.audit;

import dev.patrol.catalog.AnswerCodes;
import dev.patrol.catalog.Catalog;
import dev.patrol.config.Command;
import dev.patrol.config.Config;
import dev.patrol.config.Report;
import dev.patrol.history.Chronicle;
import dev.patrol.history.RunHeader;
import dev.patrol.history.Store;
import dev.patrol.inventory.DossierStream;
import dev.patrol.inventory.Inventory;
import dev.patrol.inventory.InventoryOptions;
import dev.patrol.model.Operation;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Today;
import dev.patrol.probe.DossierPlan;
import dev.patrol.probe.OfflineProbe;
import dev.patrol.probe.OkHttpProbe;
import dev.patrol.probe.Probe;
import dev.patrol.probe.ProbePlanner;
import dev.patrol.probe.ProbeSettings;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.Directory;
import dev.patrol.report.ReportWriter;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.RuleCache;
import dev.patrol.rules.source.FileHashes;
import dev.patrol.secrets.SecretStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One audit, ready to run: everything that can keep it from running has been read and checked. For
 * one use by one thread.
 */
public final class Auditor {
  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

  private final AuditRequest request;
  private final Catalog catalog;
  private final Inventory inventory;
  private final RuleBook rules;
  private final Map<String, String> hashes;
  private final ProbeSettings probing;
  private final SecretStore secrets;
  private final StopSwitch stop = new StopSwitch();

  private Auditor(AuditRequest request, Catalog catalog, Inventory inventory, RuleBook rules) {
    this.request = request;
    this.catalog = catalog;
    this.inventory = inventory;
    this.rules = rules;
    this.hashes = FileHashes.of(request.config().rules().folder());
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
    Future<RuleBook> loading =
        EarlyRules.load(
            () ->
                RuleBook.load(
                    config.rules().folder(),
                    config.rules().settings(),
                    config.language(),
                    cache(config, request.environment()),
                    config.rules().locked()));
    Catalog catalog = attempt(() -> catalog(config), problems);
    List<Problem> rows = new ArrayList<>();
    Inventory inventory =
        attempt(() -> inventory(config, catalog == null ? Catalog.standard() : catalog), rows);
    RuleBook rules = attempt(() -> Waiting.forResult(loading), problems);
    problems.addAll(rows);
    if (catalog == null || rules == null || inventory == null) {
      throw new ProblemsException(problems);
    }
    if (!rules.warnings().isEmpty()) {
      LOG.warn(
          "rules: {} warnings, of which the first is {}; `patrol rules check` shows all",
          rules.warnings().size(),
          rules.warnings().get(0));
    }
    return new Auditor(request, catalog, inventory, rules);
  }

  private static RuleCache cache(Config config, Map<String, String> environment) {
    Config.RuleCache cache = config.rules().cache();
    if (!cache.on()) {
      return RuleCache.OFF;
    }
    Path folder = cache.folder();
    return folder == null ? RuleCache.standard(environment) : RuleCache.in(folder);
  }

  /**
   * The rules of the configured folder, for trials: locked or not, and from the cache where they
   * were compiled before.
   *
   * @param environment tells where caches are
   * @throws ProblemsException with every error in the rule files
   */
  public static RuleBook rules(
      Config config, RuleSettings settings, Locale language, Map<String, String> environment) {
    return RuleBook.load(
        config.rules().folder(), settings, language, cache(config, environment), false);
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
   * @param store keeps earlier runs, and records this one
   * @throws InventoryBusy when another process audits the inventory
   * @throws java.util.concurrent.CancellationException when the process is asked to stop, or this
   *     thread is interrupted
   */
  public AuditOutcome run(Store store, Progress progress) {
    refuseShared(store);
    try (RunUnderWay run = RunUnderWay.begin(request, digest())) {
      return run(run, store, progress);
    }
  }

  /**
   * As {@link #run}, for the newest run that was broken off: its time and name hold, and nothing
   * that was answered is asked again.
   *
   * @return nothing when no run of the inventory was broken off
   * @throws InventoryBusy as {@link #run}
   * @throws ProblemsException when the inventory was changed meanwhile
   */
  public Optional<AuditOutcome> resume(Store store, Progress progress) {
    if (request.offline()) {
      // It asks nothing, and leaves the answers of others alone.
      return Optional.empty();
    }
    refuseShared(store);
    Optional<RunUnderWay> resumed = RunUnderWay.resume(request, digest());
    if (resumed.isEmpty()) {
      return Optional.empty();
    }
    try (RunUnderWay run = resumed.get()) {
      if (store.isRecorded(run.start().key())) {
        // It was broken off between its last act and the end of its journal.
        run.finished();
        return Optional.empty();
      }
      return Optional.of(run(run, store, progress));
    }
  }

  /** Several nodes may be at the inventory, which no file of this machine tells. */
  private void refuseShared(Store store) {
    if (store.isShared()) {
      String inventory = RunNames.inventory(request);
      SharedAudit.runs(store)
          .runOf(inventory)
          .ifPresent(
              run -> {
                throw new InventoryBusy(inventory, "run " + run);
              });
    }
  }

  /**
   * Goes on with what was broken off, as {@link #resume}, where that is possible and it began less
   * than 20 hours ago; else audits, as {@link #run}.
   *
   * @throws InventoryBusy when another process audits the inventory
   */
  public AuditOutcome resumeOrRun(Store store, Progress progress) {
    if (request.offline()) {
      return run(store, progress);
    }
    RunUnderWay.setAsideStale(request, digest());
    return resume(store, progress).orElseGet(() -> run(store, progress));
  }

  /**
   * Lets a run on another thread stop: it sends nothing more and ends with a {@code
   * CancellationException}. Returns when no request is under way.
   */
  public void stop() {
    stop.stop();
  }

  private AuditOutcome run(RunUnderWay run, Store store, Progress progress) {
    progress.began(inventory.tokens().size());
    try (CleanUp cleanUp = new CleanUp();
        ReportWriter report = cleanUp.begin(() -> run.report(directory()))) {
      return run(run, store, report, cleanUp, progress);
    } finally {
      progress.ended();
    }
  }

  private AuditOutcome run(
      RunUnderWay run, Store store, ReportWriter report, CleanUp cleanUp, Progress progress) {
    try {
      AuditOutcome outcome = run(run, store, report, progress);
      run.finished();
      return outcome;
    } catch (RuntimeException e) {
      // A report that is closed, or a file whose writing is interrupted, then fails in its own way.
      throw cleanUp.stopped() || Thread.currentThread().isInterrupted() ? Waiting.cancelled(e) : e;
    }
  }

  private AuditOutcome run(RunUnderWay run, Store store, ReportWriter report, Progress progress) {
    Notebook notebook = new Notebook(run.journal(), catalog);
    Keyring keyring = keyring(run.start().fingerprintKey());
    try (Probe probe = probe(notebook, 1);
        Chronicle chronicle = chronicle(store, run.start());
        Reporting reporting = reporting(run.start(), chronicle, report, progress);
        DossierStream dossiers = inventory.dossiers()) {
      asking(planner(keyring), keyring, probe, notebook).ask(dossiers, reporting::add);
      return reporting.publish(request.clock());
    }
  }

  Inventory inventory() {
    return inventory;
  }

  Directory directory() {
    Report.Contact contact = request.config().report().fallbackContact();
    Directory.Contact fallback =
        contact == null
            ? Directory.Contact.NONE
            : new Directory.Contact(
                Objects.requireNonNullElse(contact.name(), ""),
                Objects.requireNonNullElse(contact.email(), ""));
    return Directory.of(inventory.tokens(), inventory.workspaces(), fallback);
  }

  AuditRequest request() {
    return request;
  }

  Catalog catalog() {
    return catalog;
  }

  /** A probe that keeps to its part of an account's rate when so many nodes ask. */
  Probe probe(Notebook notebook, int nodes) {
    if (request.offline()) {
      return new OfflineProbe(notebook);
    }
    Config config = request.config();
    int rate = Math.max(1, config.probe().ratePerAccount() / nodes);
    return new OkHttpProbe(
        ProbeConfig.of(config.withRatePerAccount(rate), request.offline()),
        AnswerCodes.standard(),
        request.clock(),
        notebook);
  }

  Asking asking(ProbePlanner planner, Keyring keyring, Probe probe, Notebook notebook) {
    // Ahead of the judging where answers take time, and no further than the probe has room for.
    int ahead = request.offline() ? 0 : 4 * probing.concurrency();
    return new Asking(planner, keyring, probe, notebook, ahead, stop);
  }

  Chronicle chronicle(Store store, RunStart start) {
    RunHeader header =
        new RunHeader(
            start.key(),
            start.id(),
            start.inventory(),
            request.schedule(),
            start.began(),
            start.days(),
            request.offline(),
            request.version());
    return store.begin(header, rules.rules());
  }

  Reporting reporting(RunStart start, Chronicle chronicle, ReportWriter report, Progress progress) {
    Policy policy = request.config().policy();
    Today today = new Today(start.began(), start.days());
    return new Reporting(inventory, rules, policy, today, chronicle, report, progress, hashes);
  }

  ProbePlanner planner(Keyring keyring) {
    return new ProbePlanner(
        probing,
        operation(catalog, "store-category-list"),
        operation(catalog, "workspace-list"),
        keyring::secretOf);
  }

  Keyring keyring(String fingerprintKey) {
    return new Keyring(secrets, request.offline(), new Fingerprint(fingerprintKey));
  }

  /** Of the inventory's contents; nothing goes on with an audit that asks nothing. */
  String digest() {
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
