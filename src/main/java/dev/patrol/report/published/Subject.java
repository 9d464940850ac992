package dev.patrol.report.published;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a finding is about; what does not apply is empty.
 *
 * @param token the token's id
 * @param endpoint the endpoint's id
 * @param workspace the workspace's id
 * @param holder the key of a holder of tokens, or of a waiver
 */
public record Subject(String token, String endpoint, String workspace, String holder)
    implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::token)
          .thenComparing(Subject::endpoint)
          .thenComparing(Subject::workspace)
          .thenComparing(Subject::holder);

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  /** Its parts, such as {@code sales-pat / get-agent}. */
  public String shown() {
    return Stream.of(token, endpoint, workspace, holder)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" / "));
  }
}
