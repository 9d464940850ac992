package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.AuditRequest;
import dev.patrol.audit.Auditor;
import dev.patrol.audit.Progress;
import dev.patrol.audit.StoreOpening;
import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.model.Severity;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Audits the inventory and writes a report. */
@Command(
    name = "audit",
    description = "Audits the inventory and writes a report.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, and a finding at or above --fail-on is open",
      "2:could not run",
      "3:done, but some probes stayed unanswered or some rules failed",
      "130:interrupted; --resume goes on"
    })
final class AuditCommand implements Callable<Integer> {
  /** One thread works with the store; another one may wait for it meanwhile. */
  private static final int CONNECTIONS = 2;

  /** What --fail-on may say. */
  enum FailOn {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    @Nullable Severity severity() {
      return this == NONE ? null : Severity.valueOf(name());
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What --lang may say. */
  enum Lang {
    EN,
    ZH;

    Locale locale() {
      return this == ZH ? Locale.CHINESE : Locale.ENGLISH;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What --resume may say. */
  enum Resume {
    ONLY,
    OR_BEGIN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @ParentCommand private PatrolCommand patrol = new PatrolCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--inventory", paramLabel = "DIR", description = "Folder of the inventory.")
  private @Nullable Path inventory;

  @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files.")
  private @Nullable Path rules;

  @Option(
      names = "--locked",
      description = "Refuse rules that are not as `patrol rules lock` wrote them down.")
  private boolean locked;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that takes the report.")
  private @Nullable Path reports;

  @Option(
      names = "--sandbox",
      description =
          "Start the built-in stand-in API on a free loopback port, let it play the inventory's"
              + " sandbox.yaml, and send everything there.")
  private boolean sandbox;

  @Option(
      names = "--route",
      paramLabel = "HOST=URL",
      description = "Send what is meant for a host to another origin; may be repeated.")
  private List<String> routes = List.of();

  @Option(names = "--offline", description = "Send nothing; judge from declared facts alone.")
  private boolean offline;

  @Option(names = "--dry-run", description = "Print what would be sent and why, and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "Fix the clock, such as 2026-11-22T10:00:00+08:00.")
  private @Nullable OffsetDateTime now;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "End with 1 when such a finding or a worse one is open: ${COMPLETION-CANDIDATES}.")
  private @Nullable FailOn failOn;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of the report: ${COMPLETION-CANDIDATES}.")
  private @Nullable Lang lang;

  @Option(names = "--run", paramLabel = "ID", description = "Name of the run and of its folder.")
  private @Nullable String run;

  @Option(
      names = "--resume",
      arity = "0..1",
      paramLabel = "MODE",
      fallbackValue = "only",
      description =
          "Go on with the newest audit of the inventory that was broken off, or with the one that"
              + " --run names: nothing that was answered is asked again. When there is none,"
              + " --resume does nothing and --resume=or-begin audits anew.")
  private @Nullable Resume resume;

  @Override
  public Integer call() {
    Config config = config();
    if (!sandbox) {
      return audit(config).number();
    }
    World world = World.read(config.inventory().folder().resolve("sandbox.yaml"));
    try (Sandbox api = Sandbox.start(world, 0)) {
      return audit(SandboxCommand.routedTo(api, config)).number();
    }
  }

  private ExitCode audit(Config config) {
    PrintWriter out = spec.commandLine().getOut();
    Clock clock = now == null ? Clock.systemUTC() : Clock.fixed(now.toInstant(), now.getOffset());
    AuditRequest request =
        new AuditRequest(
            config, clock, System.getenv(), offline, sandbox, null, run, Version.number());
    if (dryRun) {
      new PlanListing(out).print(Auditor.prepare(request));
      return ExitCode.DONE;
    }
    Progress progress = TerminalProgress.on(spec.commandLine().getErr());
    AuditOutcome outcome;
    try (StoreOpening opening = StoreOpening.begin(config, System.getenv(), CONNECTIONS)) {
      Auditor auditor = Auditor.prepare(request);
      Store store = opening.store();
      outcome = audit(auditor, store, progress);
      if (outcome != null) {
        SummaryTable summary = new SummaryTable(out, spec.commandLine().getColorScheme());
        summary.print(outcome);
        out.flush();
        String published = String.valueOf(outcome.report().getFileName());
        Messenger.tell(request, store, Clock.systemUTC(), published, ending -> {})
            .ifPresent(summary::messages);
      }
    }
    if (outcome == null) {
      out.println("Nothing to resume: no audit of this inventory was broken off.");
      return ExitCode.DONE;
    }
    if (!outcome.failedRules().isEmpty()) {
      return ExitCode.UNANSWERED;
    }
    Severity limit = config.failOn();
    if (limit != null && outcome.totals().atLeast(limit) > 0) {
      return ExitCode.FINDINGS;
    }
    return outcome.isIncomplete() ? ExitCode.UNANSWERED : ExitCode.DONE;
  }

  /** Null when there is nothing to go on with. */
  private @Nullable AuditOutcome audit(Auditor auditor, Store store, Progress progress) {
    if (resume == null) {
      return auditor.run(store, progress);
    }
    if (offline && resume == Resume.ONLY) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume: an offline audit asks nothing, so none is ever broken off");
    }
    return resume == Resume.ONLY
        ? auditor.resume(store, progress).orElse(null)
        : auditor.resumeOrRun(store, progress);
  }

  /** The file's settings, with what the command line says on top. */
  private Config config() {
    Config config = patrol.options().config();
    config = inventory == null ? config : config.withInventory(inventory);
    config = rules == null ? config : config.withRules(rules);
    config = locked ? config.withLockedRules() : config;
    config = reports == null ? config : config.withReports(reports);
    config = lang == null ? config : config.withLanguage(lang.locale());
    config = failOn == null ? config : config.withFailOn(failOn.severity());
    for (String route : routes) {
      config = routed(config, route);
    }
    return config;
  }

  private Config routed(Config config, String route) {
    int equals = route.indexOf('=');
    if (equals < 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--route: expected HOST=URL such as api.coze.cn=https://10.0.0.8:8443, got \""
              + route
              + '"');
    }
    String host = route.substring(0, equals);
    try {
      return config.withRoute(host, route.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--route: " + e.getMessage(), e);
    }
  }
}
