package dev.patrol.bench;

import java.io.IOException;

/**
 * Somebody who takes part in a comparison.
 *
 * @param name in the table
 * @param turn does the work once
 */
record Contender(String name, Turn turn) {
  /** The work, measured. */
  interface Turn {
    Measured take() throws IOException, InterruptedException;
  }
}
