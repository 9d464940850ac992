package dev.patrol.config;

import dev.patrol.model.SecretReference;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a chat, or a program that takes messages.
 *
 * @param kind whose webhook it is
 * @param url where its URL is kept, which is a secret itself
 * @param secret where the key that signs is kept; null for none
 */
public record WebhookAccess(Kind kind, SecretReference url, @Nullable SecretReference secret) {

  /** Whose webhook it is. */
  public enum Kind {
    FEISHU(true),
    LARK(true),
    DINGTALK(true),
    WECOM(false),
    SLACK(false),
    /** A program of one's own. */
    GENERIC(true);

    private final boolean signs;

    Kind(boolean signs) {
      this.signs = signs;
    }

    /** What the settings call it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether messages to it can be signed. */
    boolean signs() {
      return signs;
    }
  }

  /** The same with files looked for from that folder on. */
  WebhookAccess under(Path folder) {
    return new WebhookAccess(
        kind,
        Reference.under(folder, url),
        secret == null ? null : Reference.under(folder, secret));
  }
}
