package dev.patrol.model;

/**
 * Where an inventory row stands.
 *
 * @param file the file's name, such as {@code tokens.csv}
 * @param line the line on which the row begins, counted from 1
 */
public record Place(String file, long line) {
  public Place {
    if (line < 1) {
      throw new IllegalArgumentException("line must be >= 1, got " + line);
    }
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
