package dev.patrol.bench;

import java.io.IOException;
import java.util.List;

/** One question about speed or size, answered by tables. */
interface Benchmark {
  /** What the command line calls it. */
  String name();

  /** What is measured against what, in a sentence or two; stands above the tables. */
  String question();

  /**
   * Measures.
   *
   * @throws IOException when files cannot be written, or a command fails
   */
  List<Table> run(Workshop workshop) throws IOException, InterruptedException;
}
