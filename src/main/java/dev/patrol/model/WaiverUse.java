package dev.patrol.model;

/**
 * What became of one waiver in a run: the fact of the very last round of rules.
 *
 * @param waiver the waiver
 * @param findings how many findings it covers; of one that has ended, those that it would cover and
 *     that no other waiver does
 * @param ruleKnown whether there is a rule of that id
 * @param conclusive whether everything that it is about was judged, so that what was not found is
 *     not there
 */
public record WaiverUse(Waiver waiver, long findings, boolean ruleKnown, boolean conclusive) {

  /** The number of findings, such as {@code 1 finding} or {@code no findings}. */
  public String inWords() {
    return findings == 1 ? "1 finding" : (findings == 0 ? "no" : findings) + " findings";
  }
}
