package dev.patrol.bench;

import dev.patrol.bench.Nginx.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asking alone: many requests against one server, by Patrol and by those that do nothing else. */
final class ProbeBenchmark implements Benchmark {
  /** Until all that matters is compiled, which takes about a hundred thousand requests. */
  private static final int WARM_UPS = 12;

  /** What waits for the server says little about CPU, and takes long. */
  private static final int SLOW_ROUNDS = 3;

  /**
   * A case.
   *
   * @param endpoints about as many as there are requests
   * @param millis the server's time
   * @param concurrency how many requests are under way at once
   */
  private record Load(int endpoints, int millis, int concurrency) {}

  private static final List<Load> LOADS =
      List.of(new Load(10_000, 0, 50), new Load(5_000, 20, 50), new Load(10_000, 100, 200));

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String question() {
    return "CPU of 10,000 probes, and how many a second, cold (the first of a JVM that is started as"
        + " for a command) and warm (in a JVM that stays, as the scheduler's), against"
        + " `curl --parallel` on the same list with the same headers, and against wrk and h2load as"
        + " the limit; nginx on this machine, whose CPU counts for nobody. Patrol plans, keeps each"
        + " answer in the journal and reads it, as in an audit; its limits for an account are high.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException, InterruptedException {
    List<Integer> millis = LOADS.stream().map(Load::millis).toList();
    List<Table> tables = new ArrayList<>();
    try (Nginx nginx = Nginx.start(workshop, workshop.folder("probe"), millis);
        AskingJvms warm = AskingJvms.start(workshop, nginx)) {
      for (Protocol protocol : Protocol.values()) {
        for (Load load : LOADS) {
          tables.add(table(workshop, nginx, warm, protocol, load));
        }
      }
    }
    return tables;
  }

  private static Table table(
      Workshop workshop, Nginx nginx, AskingJvms warm, Protocol protocol, Load load)
      throws IOException, InterruptedException {
    Path folder = workshop.folder("probe").resolve("of-" + load.endpoints());
    ProbeList list = ProbeList.of(workshop, folder, load.endpoints());
    Path settings =
        ProbeList.settings(
            workshop, folder, nginx.origin(protocol, load.millis()), load.concurrency());
    Peers peers = new Peers(folder, list, nginx);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(peers.curl(protocol, load.millis(), load.concurrency()));
    for (Map.Entry<Integer, Path> java : workshop.javas().entrySet()) {
      AskingJvm standing = new AskingJvm(warm.on(java.getKey()), list.requests().size());
      standing.prepare(settings);
      for (int i = 0; i < (load.millis() == 0 ? WARM_UPS : 1); i++) {
        standing.ask();
      }
      contenders.add(new Contender("patrol, warm, JDK " + java.getKey(), standing::ask));
      contenders.add(
          new Contender(
              "patrol, cold, JDK " + java.getKey(),
              () -> AskingJvm.once(workshop, java.getValue(), nginx, settings, list)));
    }
    contenders.add(peers.limit(protocol, load.millis(), load.concurrency()));
    int rounds = load.millis() == 0 ? workshop.rounds() : Math.min(SLOW_ROUNDS, workshop.rounds());
    return table(protocol, load, contenders, Rounds.of(0, rounds, contenders));
  }

  private static Table table(
      Protocol protocol, Load load, List<Contender> contenders, Rounds rounds) {
    Table table =
        new Table(
            "%s, %d ms of server time, %d at once"
                .formatted(protocol.title(), load.millis(), load.concurrency()),
            "",
            "CPU s per 10,000",
            "ratio to curl",
            "probes/s",
            "% of concurrency / latency");
    for (Contender each : contenders) {
      Sample rate =
          rounds.sample(each.name(), Measured::wallSeconds).map(seconds -> Peers.UNIT / seconds);
      double percent = load.millis() / 10.0 / load.concurrency();
      table.row(
          each.name(),
          rounds.sample(each.name(), Measured::cpuSeconds).text(),
          rounds.ratio(each.name(), contenders.get(0).name(), Measured::cpuSeconds).text(),
          rate.text(),
          percent == 0 ? "" : rate.map(perSecond -> perSecond * percent).text());
    }
    return table;
  }
}
