package dev.patrol.journal;

/**
 * A part of a shared run: some dossiers that one node asks about.
 *
 * @param number of the part, counted from 0
 * @param first the number of its first token, counted from 0 in the inventory's order
 * @param tokens how many tokens it has
 */
public record Part(int number, int first, int tokens) {
  public Part {
    if (number < 0 || first < 0 || tokens <= 0) {
      throw new IllegalArgumentException("a part has tokens, got " + first + " + " + tokens);
    }
  }
}
