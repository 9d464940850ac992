package dev.patrol.report;

import dev.patrol.facts.FactsHead;
import dev.patrol.facts.FactsWriter;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;
import dev.patrol.report.row.Portion;
import dev.patrol.report.view.Languages;
import dev.patrol.report.view.OwnerRow;
import dev.patrol.report.view.Page;
import dev.patrol.report.view.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run's report while the audit goes on: tables and JSON at once, the page at the end. It
 * appears under its name when all of it is on disk, or not at all. One thread writes; another one
 * may close it meanwhile, as happens when the process is asked to stop.
 */
public final class ReportWriter implements AutoCloseable {
  private enum State {
    OPEN,
    FAILED,
    PUBLISHED,
    CLOSED
  }

  /** Rows that stand in the page as they are. */
  private static final int SHOWN = 25;

  private static final Page.Scope WHOLE =
      new Page.Scope(true, "", "", false, FindingTable.NAME, "");

  private final Staging staging;
  private final Texts texts;
  private final Directory directory;
  private final Tally tally = new Tally();
  private final List<Closeable> files = new ArrayList<>();

  /** What nobody here waits for: the facts and the JSON. */
  private final OrderedWork behind = opened(new OrderedWork("report-files"));

  private final FindingTable findings;
  private final EndpointTable endpoints;
  private final TokenTable tokens;
  private final AuditJson json;
  private final SupportTexts support;
  private final Portions portions;
  private final RuleShelf rules = new RuleShelf();
  private final ExpiryCalendar expiry;
  private final SummaryDraft digest;
  private final FileTexts fileTexts;
  private final RunInfo run;
  private final PageDraft draft;
  private final OwnerPages owners;
  private final PageWriter pages;
  private @Nullable FactsWriter facts;
  private State state = State.OPEN;

  private ReportWriter(Staging staging, RunInfo run, Directory directory) throws IOException {
    this.staging = staging;
    this.directory = directory;
    this.run = run;
    texts = new Texts(run.lang());
    fileTexts = new FileTexts(run.lang());
    RunCalendar calendar = new RunCalendar(run);
    findings = opened(new FindingTable(csv(FindingTable.NAME), run.id(), calendar));
    endpoints = opened(new EndpointTable(csv(EndpointTable.NAME)));
    tokens = opened(new TokenTable(csv(TokenTable.NAME), calendar));
    json = opened(new AuditJson(staging.beginBytes(AuditJson.NAME), run, directory, calendar));
    expiry =
        opened(new ExpiryCalendar(staging.begin(ExpiryCalendar.NAME), run, calendar, fileTexts));
    digest = new SummaryDraft(run, calendar);
    support = new SupportTexts(staging, run, texts, fileTexts, calendar);
    pages = new PageWriter(new Languages(run.lang()));
    portions = new Portions(calendar);
    draft =
        new PageDraft(
            run, WHOLE, PageDraft.Rooms.showing(SHOWN), directory, rules, opened(Packing.small()));
    Spool spool = opened(staging.spool());
    owners =
        new OwnerPages(
            staging,
            spool,
            run,
            directory,
            rules,
            findings,
            opened(Packing.quick()),
            opened(Packing.quick()));
  }

  /**
   * Begins a report in a hidden folder beside its later place.
   *
   * @param reports the folder of all reports; made when it is not there
   * @param directory who owns what of all that will be added
   * @throws UncheckedIOException when a report of that run is there already, or nothing can be
   *     written
   */
  public static ReportWriter open(Path reports, RunInfo run, Directory directory) {
    return open(run, directory, () -> Staging.create(reports, run.id()));
  }

  /**
   * As {@link #open}, for a run that was broken off: what it left behind is removed. When its
   * report was published already, the same one is written again and not published a second time.
   */
  public static ReportWriter reopen(Path reports, RunInfo run, Directory directory) {
    return open(run, directory, () -> Staging.recreate(reports, run.id()));
  }

  /**
   * Removes what a run that was broken off left behind; nobody may be at work on it.
   *
   * @throws UncheckedIOException when it cannot be removed
   */
  public static void sweep(Path reports, String run) {
    try {
      Staging.sweep(reports, run);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private interface Opening {
    Staging staging() throws IOException;
  }

  private static ReportWriter open(RunInfo run, Directory directory, Opening opening) {
    try {
      Staging staging = opening.staging();
      try {
        return new ReportWriter(staging, run, directory);
      } catch (IOException e) {
        staging.discard();
        throw e;
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Writes what was made of one token; to be called in the inventory's order.
   *
   * @throws UncheckedIOException when it cannot be written; the report is lost then
   */
  public synchronized void add(Judgement judgement) {
    begin();
    try {
      tally.add(judgement);
      tokens.add(judgement);
      for (Diagnosis diagnosis : judgement.diagnoses()) {
        endpoints.add(diagnosis);
      }
      List<byte[]> lines = findings.add(judgement.findings());
      Audience audience = new Audience(directory, judgement);
      behind.add(() -> json.add(judgement, audience));
      addToPages(judgement, audience, support.add(judgement), lines);
      expiry.add(judgement);
      digest.add(judgement);
    } catch (IOException e) {
      throw failure(e);
    }
    state = State.OPEN;
  }

  /**
   * Begins to record what the rules know, to be called before {@link #record}.
   *
   * @param hashes of the rule files, by name
   * @throws UncheckedIOException when it cannot be written; the report is lost then
   */
  public synchronized void recordFacts(
      Map<String, String> hashes, Policy policy, List<Workspace> workspaces, List<Waiver> waivers) {
    begin();
    try {
      FactsWriter begun = opened(new FactsWriter(staging.beginPrivate(FactsWriter.NAME)));
      behind.add(() -> begun.begin(head(hashes, policy), workspaces, waivers));
      facts = begun;
    } catch (IOException e) {
      throw failure(e);
    }
    state = State.OPEN;
  }

  private FactsHead head(Map<String, String> hashes, Policy policy) {
    return new FactsHead(
        run.id(),
        run.startedAt(),
        run.zone(),
        run.version(),
        run.inventory(),
        run.offline(),
        new TreeMap<>(hashes),
        FactsHead.words(policy));
  }

  /**
   * Records what the rules know of one token, without its secrets; in the inventory's order.
   *
   * @param secret a number by which tokens with the same secret are told, or null
   * @throws UncheckedIOException when it cannot be written; the report is lost then
   */
  public synchronized void record(Probed probed, @Nullable Integer secret) {
    FactsWriter recorded = Objects.requireNonNull(facts, "facts are recorded after the run's own");
    begin();
    try {
      behind.add(() -> recorded.add(probed, secret));
    } catch (IOException e) {
      throw failure(e);
    }
    state = State.OPEN;
  }

  private void addToPages(
      Judgement judgement, Audience audience, Map<String, String> support, List<byte[]> lines)
      throws IOException {
    judgement.findings().forEach(rules::add);
    Portion whole = portions.of(judgement, support);
    draft.add(whole);
    for (int owner : audience.owners()) {
      if (audience.isHolder(owner)) {
        owners.add(owner, whole, lines);
      } else {
        Judgement slice = audience.slice(owner);
        owners.add(owner, portions.of(slice, judgement, whole), lines(slice, judgement, lines));
      }
    }
  }

  /** The lines of a part's findings. */
  private static List<byte[]> lines(Judgement slice, Judgement judgement, List<byte[]> lines) {
    List<byte[]> some = new ArrayList<>();
    int at = 0;
    for (Finding finding : slice.findings()) {
      at = Portions.position(finding, judgement.findings(), at);
      some.add(lines.get(at));
    }
    return some;
  }

  private void addAcross(List<Finding> across) throws IOException {
    tally.addFindings(across);
    across.forEach(rules::add);
    draft.add(portions.of(across));
    for (Finding finding : across) {
      List<byte[]> line = findings.add(List.of(finding));
      for (int owner : Audience.owners(directory, finding)) {
        owners.add(owner, portions.of(List.of(finding)), line);
      }
    }
  }

  /** Counts of what was added so far; after {@link #publish} the findings that span tokens too. */
  public synchronized Totals totals() {
    return tally.totals();
  }

  /** The first few things to do of those added so far, as {@link #totals} counts them. */
  public synchronized List<Todo> todos(int most) {
    return draft.todos(most).stream()
        .map(row -> Todo.of(row, rules.title(row.rule()), texts))
        .toList();
  }

  /**
   * Writes the rest, gives the report its name and lets {@code latest} point at it.
   *
   * @return the report's folder
   * @throws UncheckedIOException when it cannot be written; nothing is published then
   */
  public synchronized Path publish(RunSummary summary) {
    begin();
    try {
      rules.add(summary);
      addAcross(summary.across());
      List<InventoryIssue> issues = summary.issues().stream().sorted(IssueTable.ORDER).toList();
      IssueTable issueTable = opened(new IssueTable(csv(IssueTable.NAME)));
      for (InventoryIssue issue : issues) {
        issueTable.add(issue);
      }
      behind.finish();
      json.finish(summary, issues, totals());
      List<OwnerRow> ownerRows = owners.write(summary, issues, pages);
      try (OutputStream out = staging.beginBytes(PageWriter.NAME)) {
        pages.write(draft.finish(summary, issues, ownerRows, totals()), out);
      }
      try (Writer out = staging.begin(SummaryDraft.NAME)) {
        digest.write(out, summary, totals(), fileTexts, texts);
      }
      if (facts != null) {
        facts.finish();
      }
      for (Closeable file : files) {
        file.close();
      }
      Path published = staging.publish();
      state = State.PUBLISHED;
      return published;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Removes what was written unless it was published. */
  @Override
  public synchronized void close() {
    if (state == State.PUBLISHED || state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    for (Closeable file : files) {
      try {
        file.close();
      } catch (IOException lost) {
        // It is removed anyway, and why it could not be written has been said.
      }
    }
    try {
      staging.discard();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Whatever goes wrong from here on makes the report unfit to be published. */
  private void begin() {
    if (state != State.OPEN) {
      throw new IllegalStateException("the report is " + state.name().toLowerCase(Locale.ROOT));
    }
    state = State.FAILED;
  }

  private OutputStream csv(String name) throws IOException {
    return CsvFile.begin(staging, name, run);
  }

  private <T extends Closeable> T opened(T file) {
    files.add(file);
    return file;
  }

  private static UncheckedIOException failure(IOException e) {
    return new UncheckedIOException("The report could not be written: " + reason(e), e);
  }

  /** The message of most exceptions about files is the file's name and nothing else. */
  private static String reason(IOException e) {
    if (!(e instanceof FileSystemException failed)) {
      return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
    String kind =
        e instanceof NoSuchFileException
            ? "no such file or folder"
            : e instanceof AccessDeniedException
                ? "access denied"
                : e instanceof FileAlreadyExistsException
                    ? "something is there already"
                    : e instanceof NotDirectoryException ? "not a folder" : "cannot be written";
    String more = failed.getReason() == null ? "" : ": " + failed.getReason();
    return failed.getFile() + ": " + kind + more;
  }
}
