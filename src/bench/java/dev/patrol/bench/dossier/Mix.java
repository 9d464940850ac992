package dev.patrol.bench.dossier;

/**
 * How much is wrong with the made dossiers, each in percent.
 *
 * @param tokenFaults of the tokens have something wrong with them as a whole
 * @param callFaults of the calls have something wrong of their own
 * @param strangeAnswers of the answers have nothing to do with what is wrong
 */
public record Mix(int tokenFaults, int callFaults, int strangeAnswers) {
  /** As an enterprise has them: about four of five calls are as they should be. */
  public static final Mix USUAL = new Mix(12, 8, 0);

  /** Most things are wrong, several at a time, and answers contradict each other. */
  public static final Mix WILD = new Mix(65, 45, 35);
}
