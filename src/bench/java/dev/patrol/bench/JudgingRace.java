package dev.patrol.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.patrol.bench.dossier.MadeDossiers;
import dev.patrol.model.Judgement;
import dev.patrol.model.Probed;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges who judge the same dossiers in turns, a piece of the inventory at a time, so that noise
 * meets all alike. What makes the dossiers is not measured.
 */
final class JudgingRace {
  /** As an audit puts them together. */
  private static final int BATCH = 32;

  /** Endpoints in one piece: the system's clock of the processor ticks in hundredths of seconds. */
  private static final int PIECE = 10_000;

  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final MadeDossiers source;
  private final List<Judge> judges;

  /**
   * What one judge took.
   *
   * @param cpuSeconds of all threads, the collector's and the compiler's included
   * @param bytes allocated by the judging thread
   * @param endpoints judged
   * @param findings found
   */
  record Cost(double cpuSeconds, double bytes, long endpoints, long findings) {
    Cost plus(Cost other) {
      return new Cost(
          cpuSeconds + other.cpuSeconds,
          bytes + other.bytes,
          endpoints + other.endpoints,
          findings + other.findings);
    }

    /** Microseconds of the processor for an endpoint. */
    double micros() {
      return cpuSeconds / endpoints * 1e6;
    }
  }

  JudgingRace(MadeDossiers source, List<Judge> judges) {
    this.source = source;
    this.judges = List.copyOf(judges);
  }

  /**
   * Lets each judge an inventory of that size.
   *
   * @param first the number of its first dossier
   * @param endpoints how many
   * @return what each took, in the judges' order
   */
  List<Cost> run(long first, int endpoints) {
    List<Cost> costs = new ArrayList<>(judges.stream().map(j -> new Cost(0, 0, 0, 0)).toList());
    long next = first;
    for (int left = endpoints; left > 0; left -= PIECE) {
      List<Probed> piece = source.of(next, Math.min(left, PIECE));
      next += piece.size();
      for (int i = 0; i < judges.size(); i++) {
        costs.set(i, costs.get(i).plus(measured(judges.get(i), piece)));
      }
    }
    return costs;
  }

  private Cost measured(Judge judge, List<Probed> piece) {
    long endpoints = piece.stream().mapToLong(probed -> probed.answers().size()).sum();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long cpu = system.getProcessCpuTime();
    long findings = 0;
    for (int from = 0; from < piece.size(); from += BATCH) {
      List<Probed> batch = piece.subList(from, Math.min(piece.size(), from + BATCH));
      for (Judgement judgement : judge.verdicts().apply(batch)) {
        findings += judgement.findings().size();
      }
    }
    return new Cost(
        (system.getProcessCpuTime() - cpu) / NANOS,
        threads.getCurrentThreadAllocatedBytes() - bytes,
        endpoints,
        findings);
  }
}
