package dev.patrol.rules.source;

import java.util.List;

/**
 * Where the parts of a rule stand in its file, as offsets.
 *
 * @param name the rule's name
 * @param start of the word {@code rule}
 * @param annotations in their order
 * @param header attributes and annotations
 * @param conditions what stands between {@code when} and {@code then}
 * @param consequence what stands between {@code then} and {@code end}
 * @param consequenceStart the offset after the word {@code then}
 * @param end the offset after the word {@code end}
 */
public record RuleSpan(
    String name,
    int start,
    List<Annotation> annotations,
    List<Lexeme> header,
    List<Lexeme> conditions,
    List<Lexeme> consequence,
    int consequenceStart,
    int end) {
  public RuleSpan {
    annotations = List.copyOf(annotations);
    header = List.copyOf(header);
    conditions = List.copyOf(conditions);
    consequence = List.copyOf(consequence);
  }

  /** The offset before the word {@code end}. */
  public int consequenceEnd() {
    return end - "end".length();
  }

  /**
   * An annotation of a rule.
   *
   * @param name without the sign
   * @param value what stands between its parentheses, as written
   * @param start the offset of the sign
   * @param valueStart the offset of the value
   */
  public record Annotation(String name, String value, int start, int valueStart) {}
}
