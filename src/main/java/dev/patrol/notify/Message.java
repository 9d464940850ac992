package dev.patrol.notify;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One finished message.
 *
 * @param id the same for the same content and receiver, also on a retry: letters, digits, {@code
 *     .}, {@code _} and {@code -}, at most 120; receivers tell repetitions by it
 * @param to whom it is for; null where the channel knows, as a chat's webhook does
 * @param subject one line
 * @param text plain text, lines ended by {@code \n}; never read as markup
 * @param attachments go along by mail only
 */
public record Message(
    String id, @Nullable Recipient to, String subject, String text, List<Attachment> attachments) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,120}");

  public Message {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id: expected at most 120 letters, digits, '.', '_' and '-', got \"" + id + "\"");
    }
    attachments = List.copyOf(attachments);
  }
}
