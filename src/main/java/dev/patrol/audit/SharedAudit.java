package dev.patrol.audit;

import dev.patrol.history.Chronicle;
import dev.patrol.history.Store;
import dev.patrol.inventory.DossierStream;
import dev.patrol.inventory.Inventory;
import dev.patrol.journal.Database;
import dev.patrol.journal.Journal;
import dev.patrol.journal.KeptDossiers;
import dev.patrol.journal.Part;
import dev.patrol.journal.SharedRuns;
import dev.patrol.journal.SharedRuns.State;
import dev.patrol.journal.SharedRuns.Taken;
import dev.patrol.model.Dossier;
import dev.patrol.probe.Probe;
import dev.patrol.probe.ProbePlanner;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.ReportWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run that several nodes share, as one of them works on it. One node begins it, each asks about
 * parts of it, and one publishes what all have brought back. Whatever a node was doing when it died
 * is done again by another, up to the last answer that was kept.
 */
public final class SharedAudit {
  /**
   * A part costs about as much as a small query; less than a batch of the judging gains nothing.
   */
  private static final int FEWEST_TOKENS = 32;

  private static final int MOST_PARTS = 200;

  private static final Duration LONGEST_RUN = Duration.ofHours(20);
  private static final Logger LOG = LoggerFactory.getLogger(SharedAudit.class);

  private final SharedRuns runs;
  private final Auditor auditor;
  private final RunStart header;

  private SharedAudit(SharedRuns runs, Auditor auditor, RunStart header) {
    this.runs = runs;
    this.auditor = auditor;
    this.header = header;
  }

  /** The runs that the nodes of a store share. */
  public static SharedRuns runs(Store store) {
    return new SharedRuns(
        new Database() {
          @Override
          public <T> T run(Work<T> work) {
            return store.transactions().run(work::run);
          }
        });
  }

  /**
   * Begins a run, or goes on with one that this one has begun before.
   *
   * @param request with the run's name
   * @throws InventoryBusy when another run of the inventory is under way that began less than 20
   *     hours ago; an older one is given up
   * @throws ProblemsException with everything that keeps the audit from running
   */
  public static SharedAudit begin(AuditRequest request, SharedRuns runs, String schedule) {
    Auditor auditor = Auditor.prepare(request);
    String inventory = RunNames.inventory(request);
    RunStart header =
        RunStart.of(
            RunNames.of(request),
            request.clock().instant(),
            request.config().zone(),
            inventory,
            auditor.inventory().digest());
    RunNames.info(request, header);
    List<Part> parts = parts(auditor.inventory().tokens().size());
    String underWay = runs.begin(inventory, header.id(), schedule, Notes.write(header), parts);
    Optional<SharedAudit> joined =
        underWay.equals(header.id()) ? join(auditor, runs, underWay) : Optional.empty();
    if (joined.isEmpty()) {
      giveUpStale(runs, underWay, request.clock().instant());
      throw new InventoryBusy(inventory, "run " + underWay);
    }
    return joined.get();
  }

  /**
   * Gives a run up that began more than 20 hours ago; what it has brought back is of another day.
   *
   * @return whether it was given up
   */
  public static boolean giveUpStale(SharedRuns runs, String run, Instant now) {
    boolean stale =
        runs.header(run)
            .flatMap(RunStart::read)
            .filter(start -> start.began().isBefore(now.minus(LONGEST_RUN)))
            .isPresent();
    if (stale) {
      LOG.warn("run {} did not come to its end and is given up", run);
      runs.end(run);
    }
    return stale;
  }

  /**
   * Joins a run that another node has begun.
   *
   * @return nothing when the run is over
   * @throws ProblemsException with everything that keeps this node from it, such as an inventory
   *     that is not the one that the run began with
   */
  public static Optional<SharedAudit> join(AuditRequest request, SharedRuns runs, String run) {
    return runs.header(run).isEmpty()
        ? Optional.empty()
        : join(Auditor.prepare(request), runs, run);
  }

  private static Optional<SharedAudit> join(Auditor auditor, SharedRuns runs, String run) {
    Optional<RunStart> header = runs.header(run).map(json -> Notes.read(json, RunStart.class));
    if (header.isPresent() && !header.get().digest().equals(auditor.inventory().digest())) {
      throw new ProblemsException(
          Problem.in(
              "run " + run,
              "this node's inventory is not the one that the run began with; let all nodes read"
                  + " the same files"));
    }
    return header.map(found -> new SharedAudit(runs, auditor, found));
  }

  /** The run's name. */
  public String run() {
    return header.id();
  }

  /** When it began. */
  public Instant began() {
    return header.began();
  }

  /** How many tokens it audits. */
  public int tokens() {
    return auditor.inventory().tokens().size();
  }

  /** How many parts it has. */
  public int parts() {
    return parts(tokens()).size();
  }

  /** The parts that are not done, by number. */
  public List<Integer> openParts() {
    return runs.open(header.id());
  }

  /**
   * Asks about a part, or about what is left of it.
   *
   * @param nodes how many nodes share an account's rate of requests
   * @return whether all parts are done now, so that the run can be published; {@link State#GONE}
   *     when it is over
   * @throws dev.patrol.journal.Overtaken when another node has taken the part meanwhile
   * @throws java.util.concurrent.CancellationException when it was stopped; the part is not done
   */
  public State ask(int part, int nodes) {
    Taken taken = runs.take(header.id(), part);
    if (taken.state() != State.OPEN) {
      return taken.state();
    }
    try (Journal journal = runs.journal(header.id(), taken)) {
      ask(taken.part(), journal, nodes);
    }
    return runs.finish(header.id(), taken);
  }

  private void ask(Part part, Journal journal, int nodes) {
    Notebook notebook = new Notebook(journal, auditor.catalog());
    Keyring keyring = auditor.keyring(header.fingerprintKey());
    ProbePlanner planner = auditor.planner(keyring);
    planner.count(capOfOthers(part));
    try (Probe probe = auditor.probe(notebook, nodes);
        DossierStream dossiers = auditor.inventory().dossiers(part.first(), part.tokens())) {
      auditor.asking(planner, keyring, probe, notebook).ask(dossiers, kept -> {});
    }
  }

  /** Each part may plan its share of the requests that a run may send. */
  private int capOfOthers(Part part) {
    long cap = auditor.request().config().probe().capPerRun();
    long tokens = auditor.inventory().tokens().size();
    long own = cap * (part.first() + part.tokens()) / tokens - cap * part.first() / tokens;
    return (int) (cap - own);
  }

  /**
   * Publishes the run when all its parts are done, and ends it. Doing so twice does no harm.
   *
   * @return nothing when the run is over
   */
  public Optional<AuditOutcome> publish(Store store, Progress progress) {
    if (runs.header(header.id()).isEmpty() || store.isRecorded(header.key())) {
      runs.end(header.id());
      return Optional.empty();
    }
    Inventory inventory = auditor.inventory();
    progress.began(inventory.tokens().size());
    KeptDossiers kept = runs.dossiers(header.id());
    try (ReportWriter report =
            ReportWriter.reopen(
                auditor.request().config().reports(),
                RunNames.info(auditor.request(), header),
                auditor.directory());
        Chronicle chronicle = auditor.chronicle(store, header);
        Reporting reporting = auditor.reporting(header, chronicle, report, progress);
        DossierStream dossiers = inventory.dossiers()) {
      while (dossiers.hasNext()) {
        Dossier dossier = dossiers.next();
        reporting.add(
            Notebook.find(dossier, kept, auditor.catalog())
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "nothing is kept of token " + dossier.token().id())));
      }
      AuditOutcome outcome = reporting.publish(auditor.request().clock());
      runs.end(header.id());
      return Optional.of(outcome);
    } finally {
      progress.ended();
    }
  }

  /** As {@link Auditor#stop}. */
  public void stop() {
    auditor.stop();
  }

  private static List<Part> parts(int tokens) {
    int size = Math.max(FEWEST_TOKENS, (tokens + MOST_PARTS - 1) / MOST_PARTS);
    List<Part> parts = new ArrayList<>();
    for (int first = 0; first < tokens; first += size) {
      parts.add(new Part(parts.size(), first, Math.min(size, tokens - first)));
    }
    return parts;
  }
}
