package dev.patrol.report.view;

/**
 * A rule and what it found.
 *
 * @param id the rule's id
 * @param title what it names
 * @param remedy what to do about it
 * @param guide the step of the guide it decides
 * @param severity how much its worst finding matters
 * @param count how many findings it made, in words of the language
 * @param found the first of its findings
 */
public record RuleRow(
    String id,
    String title,
    String remedy,
    Chip guide,
    Chip severity,
    String count,
    Part<Sample> found) {

  /**
   * One of its findings.
   *
   * @param subject the token, endpoint or workspace concerned
   * @param whom who should act; may be empty
   * @param evidence what was seen
   */
  public record Sample(String subject, String whom, String evidence) {}
}
