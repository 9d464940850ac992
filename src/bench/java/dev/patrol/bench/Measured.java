package dev.patrol.bench;

import java.lang.management.ManagementFactory;

/**
 * What one turn of one contender took.
 *
 * @param cpuSeconds of all its threads and processes, in user and kernel
 * @param wallSeconds from its start to its end
 * @param peakMegabytes the most memory that was resident at once, in 2^20 bytes; 0 when it was not
 *     measured
 */
record Measured(double cpuSeconds, double wallSeconds, double peakMegabytes) {
  private static final double NANOS = 1e9;

  /** Work that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * Measures work in this process: its threads, the compiler's and the collector's.
   *
   * @throws IllegalStateException when the work fails
   */
  static Measured inProcess(Work work) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    try {
      work.run();
    } catch (Exception e) {
      throw new IllegalStateException("the work to measure failed", e);
    }
    return new Measured(
        (system.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS, 0);
  }
}
