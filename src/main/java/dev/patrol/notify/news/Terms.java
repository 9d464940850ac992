package dev.patrol.notify.news;

import dev.patrol.model.Flips;
import dev.patrol.notify.Recipient;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who can be told, and when.
 *
 * @param mail the channel for persons; null when there is none
 * @param chats the channels that get the summary, sorted
 * @param admin who gets the summary by mail; null for nobody
 * @param expiryDays days before an end at which there is a warning
 * @param share of the tokens that must flip in one night for owners not to be told, from 0 to 1
 * @param least how many tokens it must be besides
 */
public record Terms(
    @Nullable String mail,
    List<String> chats,
    @Nullable Recipient admin,
    List<Integer> expiryDays,
    double share,
    int least) {
  public Terms {
    chats = List.copyOf(chats);
    expiryDays = List.copyOf(expiryDays);
  }

  /** Whether so many flips are rather the vendor's or the network's doing. */
  boolean isSuspect(Flips flips) {
    return flips.flipped() >= least && (double) flips.flipped() / flips.known() >= share;
  }

  /** The nearest of the warnings that have come due so many calendar days before an end. */
  OptionalInt warning(long daysLeft) {
    return expiryDays.stream().mapToInt(days -> days).filter(days -> daysLeft <= days).min();
  }

  /** Whether anybody gets a summary. */
  boolean anySummary() {
    return !chats.isEmpty() || (mail != null && admin != null);
  }
}
