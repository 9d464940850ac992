package dev.patrol.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How people are told what an audit found: {@code notify}.
 *
 * @param mail how mail is sent; null when none is
 * @param webhooks by name: the chats that are told
 * @param admin who looks after the audits; null when nobody is named
 * @param expiryDays days before a token's end at which its owner is warned, the most first
 * @param holdBack when owners are not told
 */
public record Notices(
    @Nullable MailAccess mail,
    SortedMap<String, WebhookAccess> webhooks,
    @Nullable Contact admin,
    List<Integer> expiryDays,
    HoldBack holdBack) {

  /** Nobody is told anything. */
  static final Notices DEFAULT =
      new Notices(null, new TreeMap<>(), null, List.of(14, 7, 3, 1), new HoldBack(0.3, 5));

  /**
   * When so many tokens change in one night that the service or the network is suspect.
   *
   * @param share of the tokens, from 0 to 1
   * @param least how many tokens it must be besides
   */
  public record HoldBack(double share, int least) {}

  public Notices {
    webhooks = Collections.unmodifiableSortedMap(new TreeMap<>(webhooks));
    expiryDays = expiryDays.stream().distinct().sorted(Collections.reverseOrder()).toList();
  }

  /** Whether there is a way to tell anybody. */
  public boolean anyChannel() {
    return mail != null || !webhooks.isEmpty();
  }

  Notices under(Path folder) {
    SortedMap<String, WebhookAccess> under = new TreeMap<>();
    webhooks.forEach((name, webhook) -> under.put(name, webhook.under(folder)));
    return new Notices(
        mail == null ? null : mail.under(folder), under, admin, expiryDays, holdBack);
  }
}
