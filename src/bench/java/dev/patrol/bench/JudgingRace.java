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
 * meets all alike. Making the dossiers is not measured.
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
    static final Cost NOTHING = new Cost(0, 0, 0, 0);

    Cost plus(Cost other) {
      return new Cost(
          cpuSeconds + other.cpuSeconds,
          bytes + other.bytes,
          endpoints + other.endpoints,
          findings + other.findings);
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
   * @param compared whether they judge it once more, to see that they agree
   * @return what each took, in the judges' order
   * @throws IllegalStateException when they do not agree
   */
  List<Cost> run(long first, int endpoints, boolean compared) {
    List<Cost> costs = new ArrayList<>(judges.stream().map(judge -> Cost.NOTHING).toList());
    long next = first;
    for (int left = endpoints; left > 0; left -= PIECE) {
      List<Probed> piece = source.of(next, Math.min(left, PIECE));
      next += piece.size();
      for (int i = 0; i < judges.size(); i++) {
        costs.set(i, costs.get(i).plus(measured(judges.get(i), piece)));
      }
      if (compared) {
        compare(piece);
      }
    }
    return costs;
  }

  private Cost measured(Judge judge, List<Probed> piece) {
    long endpoints = piece.stream().mapToLong(probed -> probed.answers().size()).sum();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long cpu = system.getProcessCpuTime();
    long findings = 0;
    for (List<Probed> batch : batches(piece)) {
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

  private void compare(List<Probed> piece) {
    for (List<Probed> batch : batches(piece)) {
      List<Judgement> expected = null;
      for (Judge judge : judges) {
        List<Judgement> judged =
            judge.verdicts().apply(batch).stream().map(JudgingRace::withoutTrace).toList();
        if (expected != null && !expected.equals(judged)) {
          throw new IllegalStateException(
              judges.get(0).name() + " and " + judge.name() + " do not agree");
        }
        expected = judged;
      }
    }
  }

  /** Which rules fired is for the rules alone to say. */
  private static Judgement withoutTrace(Judgement full) {
    return new Judgement(
        full.token(),
        full.state(),
        full.needs(),
        full.identity(),
        full.diagnoses(),
        full.findings());
  }

  private static List<List<Probed>> batches(List<Probed> piece) {
    List<List<Probed>> batches = new ArrayList<>();
    for (int from = 0; from < piece.size(); from += BATCH) {
      batches.add(piece.subList(from, Math.min(piece.size(), from + BATCH)));
    }
    return batches;
  }
}
