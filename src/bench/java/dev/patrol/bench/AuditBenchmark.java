package dev.patrol.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.audit.AskingAlone;
import dev.patrol.bench.Nginx.Protocol;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A whole audit with probing, beside its asking alone and beside what a team would script. */
final class AuditBenchmark implements Benchmark {
  private static final int ENDPOINTS = 50_000;
  private static final int CONCURRENCY = 50;
  private static final List<Integer> MILLIS = List.of(20, 0);
  private static final int MOST_ROUNDS = 3;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String question() {
    return "The whole audit of 50,000 endpoints with probing, `./patrol audit` from start to"
        + " published reports, against its asking alone (the same requests by the same code with the"
        + " same journal, in a new JVM, without its start) and against a script with"
        + " `curl --parallel` and jq that only prints codes. HTTP/2 over TLS to nginx on this"
        + " machine, 50 at once, 1,000 a second for each account.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException, InterruptedException {
    Path folder = workshop.folder("audit");
    Path inventory = inventory(folder);
    int requests = ProbeList.planned(workshop, folder).requests().size();
    List<Table> tables = new ArrayList<>();
    try (Nginx nginx = Nginx.start(workshop, folder, MILLIS)) {
      for (Map.Entry<Integer, Path> java : workshop.javas().entrySet()) {
        workshop.patrol(java.getValue(), "--version").run();
        for (int millis : MILLIS) {
          URI origin = nginx.origin(Protocol.HTTP_2, millis);
          Path settings = ProbeList.settings(workshop, folder, origin, CONCURRENCY);
          Contender audit =
              new Contender(
                  "patrol audit", () -> audit(workshop, java.getValue(), nginx, folder, settings));
          Contender alone =
              new Contender(
                  "its asking alone",
                  () -> alone(workshop, java.getValue(), nginx, settings, requests));
          Contender script =
              new Contender("curl and jq", () -> script(workshop, nginx, inventory, origin));
          List<Contender> contenders = List.of(alone, audit, script);
          tables.add(
              table(
                  "JDK %d, %d ms of server time".formatted(java.getKey(), millis),
                  contenders,
                  Rounds.of(0, Math.min(MOST_ROUNDS, workshop.rounds()), contenders)));
        }
      }
    }
    Folders.deleteAside(reports(folder));
    return tables;
  }

  private static Table table(String title, List<Contender> contenders, Rounds rounds) {
    Table table = new Table(title, "", "CPU s", "ratio", "wall s", "ratio", "MB");
    for (Contender each : contenders) {
      table.row(
          each.name(),
          rounds.sample(each.name(), Measured::cpuSeconds).text(),
          ratio(rounds, each, contenders, Measured::cpuSeconds),
          rounds.sample(each.name(), Measured::wallSeconds).text(),
          ratio(rounds, each, contenders, Measured::wallSeconds),
          rounds.sample(each.name(), Measured::peakMegabytes).text());
    }
    return table;
  }

  private static String ratio(
      Rounds rounds, Contender one, List<Contender> all, ToDoubleFunction<Measured> value) {
    return rounds.ratio(one.name(), all.get(0).name(), value).text();
  }

  /** With a file for each token's value. */
  private static Path inventory(Path folder) throws IOException {
    Path inventory = folder.resolve("inventory");
    Path secrets = Files.createDirectories(inventory.resolve("secrets"));
    InventoryFiles files = InventoryFiles.ofEndpoints(ENDPOINTS);
    files.write(inventory, number -> "file:secrets/tok-" + number);
    for (int i = 0; i < files.tokens(); i++) {
      Files.writeString(secrets.resolve("tok-" + i), AskingAlone.token(i) + "\n", UTF_8);
    }
    return inventory;
  }

  /** As a user starts it, with no earlier run. */
  private static Measured audit(
      Workshop workshop, Path java, Nginx nginx, Path folder, Path settings)
      throws IOException, InterruptedException {
    Path reports = reports(folder);
    Folders.putAside(reports);
    Measured measured =
        workshop
            .patrol(java, "--config", settings.toString(), "audit")
            .with("PATROL_JAVA_OPTS", String.join(" ", nginx.trust()))
            .run();
    Path endpoints = reports.resolve("latest").resolve("endpoints.csv");
    try (Stream<String> lines = Files.lines(endpoints, UTF_8)) {
      long rows = lines.count() - 1;
      if (rows != ENDPOINTS) {
        throw new IOException(endpoints + ": expected " + ENDPOINTS + " rows, got " + rows);
      }
    }
    return measured;
  }

  /** Where the settings want them. */
  private static Path reports(Path folder) {
    return folder.resolve("reports");
  }

  private static Measured alone(
      Workshop workshop, Path java, Nginx nginx, Path settings, int requests) throws IOException {
    try (StandingJvm jvm = AskingJvm.start(workshop, java, Options.COMMAND, nginx)) {
      jvm.tell("prepare " + settings);
      return AskingJvm.checked(jvm.tell("ask"), requests);
    }
  }

  private static Measured script(Workshop workshop, Nginx nginx, Path inventory, URI origin)
      throws IOException, InterruptedException {
    Tools.need("jq", "jq");
    return new Command(
            List.of(
                workshop.home().resolve("src/bench/curl-audit.sh").toString(),
                inventory.toString(),
                origin.toString(),
                Integer.toString(CONCURRENCY),
                nginx.certificate().toString()))
        .run();
  }
}
