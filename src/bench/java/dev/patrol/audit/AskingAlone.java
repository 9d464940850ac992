package dev.patrol.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.config.Config;
import dev.patrol.inventory.DossierStream;
import dev.patrol.model.Dossier;
import dev.patrol.probe.Probe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The asking of an audit and nothing else of it: plans, sends, reads and keeps answers in the
 * journal as an audit does, and judges and reports nothing. A line on standard input says what to
 * do next, a line on standard output that it is done:
 *
 * <ul>
 *   <li>{@code prepare FILE}: reads settings, inventory and rules
 *   <li>{@code hold}: reads all dossiers, so that the next askings need not
 *   <li>{@code ask}: asks about all dossiers; answers {@code asked SENT FAILED}
 * </ul>
 */
public final class AskingAlone {
  /** Whether tokens are there for as many rows as the inventories of the benchmarks have. */
  private static final int TOKENS = 10_000;

  private @Nullable Auditor auditor;
  private @Nullable List<Dossier> held;

  private AskingAlone() {}

  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    AskingAlone asking = new AskingAlone();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println(asking.obey(line));
    }
  }

  /** The made-up tokens of the benchmarks' inventories, by the environment variable of each. */
  public static Map<String, String> environment() {
    return IntStream.range(0, TOKENS)
        .boxed()
        .collect(Collectors.toMap(i -> "BENCH_" + i, AskingAlone::token));
  }

  /** The made-up value of the token {@code tok-NUMBER}. */
  public static String token(int number) {
    return "pat_TESTONLY%024d".formatted(number);
  }

  /** What it takes to audit by a file of settings. */
  public static AuditRequest request(Path settings) {
    return new AuditRequest(
        Config.read(settings), Clock.systemUTC(), environment(), false, false, null, null, "bench");
  }

  private String obey(String line) {
    if (line.startsWith("prepare ")) {
      held = null;
      auditor = Auditor.prepare(request(Path.of(line.substring("prepare ".length()))));
      return "ready";
    }
    Auditor prepared = auditor;
    if (prepared == null) {
      throw new IllegalStateException("nothing was prepared");
    }
    if (line.equals("hold")) {
      List<Dossier> all = new ArrayList<>();
      try (DossierStream dossiers = prepared.inventory().dossiers()) {
        dossiers.forEachRemaining(all::add);
      }
      held = all;
      return "ready";
    }
    return ask(prepared);
  }

  private String ask(Auditor prepared) {
    Totals totals = new Totals();
    try (RunUnderWay run = RunUnderWay.begin(prepared.request(), prepared.digest())) {
      Notebook notebook = new Notebook(run.journal(), prepared.catalog());
      Keyring keyring = prepared.keyring(run.start().fingerprintKey());
      try (Probe probe = prepared.probe(notebook, 1);
          DossierStream dossiers = prepared.inventory().dossiers()) {
        Iterator<Dossier> source = held == null ? dossiers : held.iterator();
        prepared
            .asking(prepared.planner(keyring), keyring, probe, notebook)
            .ask(source, totals::add);
      }
      run.finished();
    }
    return "asked " + totals.sent + " " + totals.failed;
  }

  /** What came of it. */
  private static final class Totals {
    private long sent;
    private long failed;

    private void add(Recorded recorded) {
      sent += recorded.sent();
      failed +=
          recorded.probed().answers().stream().filter(answer -> answer.failure() != null).count();
    }
  }
}
