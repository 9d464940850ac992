package dev.patrol.report.published;

import dev.patrol.model.Flips;

/** Is handed what stands in a published report, in its order, one at a time. */
public interface RunVisitor {
  /** An endpoint; comes before its token. */
  default void endpoint(PublishedEndpoint endpoint) {}

  /** A finding; those about a token come before it, those that span tokens after all tokens. */
  default void finding(PublishedFinding finding) {}

  /** A token. */
  default void token(PublishedToken token) {}

  /** A rule that was asked, or whose finding is fixed; comes after all findings. */
  default void rule(PublishedRule rule) {}

  /** How many tokens went from well to refused in one night; last, and not in older reports. */
  default void flips(Flips flips) {}
}
