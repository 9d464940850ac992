package dev.patrol.model;

/**
 * How many tokens went from well to refused in one night, without a declared end or status that
 * explains it. Many at once are rather the vendor's or the network's doing than the owners'.
 *
 * @param flipped tokens that were well last night, and that are invalid tonight or have an endpoint
 *     that went from passing to failing by the key's fault
 * @param known tokens that are known to have been well last night
 */
public record Flips(long flipped, long known) {
  /** Nothing is known. */
  public static final Flips NONE = new Flips(0, 0);

  public Flips {
    if (flipped < 0 || known < flipped) {
      throw new IllegalArgumentException(
          "flipped must be between 0 and known, got " + flipped + " of " + known);
    }
  }

  /** Both counted together. */
  public Flips plus(Flips other) {
    return new Flips(flipped + other.flipped, known + other.known);
  }
}
