package dev.patrol.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the benchmarks in a JVM that stays, and does a piece of work for each line that it
 * is told: the first piece cold, later ones warm. It ends when it is closed.
 */
final class StandingJvm implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter orders;

  private StandingJvm(Process process) {
    this.process = process;
    this.answers = process.inputReader(UTF_8);
    this.orders = process.outputWriter(UTF_8);
  }

  /**
   * Starts a program that is on the class path of this JVM.
   *
   * @param java the JDK's home
   * @param options of the JVM
   * @throws IOException when it does not start
   */
  static StandingJvm start(Workshop workshop, Path java, List<String> options, Class<?> program)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(workshop.home().toFile());
    builder.environment().put("XDG_CACHE_HOME", workshop.folder("cache").toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new StandingJvm(builder.start());
  }

  /** What a piece of work took, and what the program said of it. */
  record Piece(Measured measured, String answer) {}

  /**
   * Tells it to do a piece of work and waits for its end.
   *
   * @throws IOException when it ends instead
   */
  Piece tell(String order) throws IOException {
    double cpu = cpuSeconds();
    long begun = System.nanoTime();
    orders.write(order + "\n");
    orders.flush();
    String answer = answers.readLine();
    double wall = (System.nanoTime() - begun) / NANOS;
    if (answer == null) {
      throw new IOException(order + ": the JVM ended");
    }
    return new Piece(new Measured(cpuSeconds() - cpu, wall, 0), answer);
  }

  @Override
  public void close() throws IOException {
    orders.close();
    process.destroy();
  }

  /** Of all its threads since it started. */
  private double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
  }
}
