package dev.patrol.report.published;

import java.util.Comparator;

/**
 * What tells a finding from others; several findings of one rule about one subject are one.
 *
 * @param rule the rule's id
 * @param subject what the rule speaks about
 */
public record FindingKey(String rule, Subject subject) implements Comparable<FindingKey> {
  private static final Comparator<FindingKey> ORDER =
      Comparator.comparing(FindingKey::subject).thenComparing(FindingKey::rule);

  @Override
  public int compareTo(FindingKey other) {
    return ORDER.compare(this, other);
  }
}
