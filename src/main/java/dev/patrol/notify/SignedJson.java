package dev.patrol.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Programs of one's own: JSON with {@code id}, {@code subject} and {@code text}. With a key the
 * header {@value #HEADER} holds {@code t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 of SECONDS,
 * a full stop and the body.
 */
final class SignedJson implements Dialect {
  static final String HEADER = "X-Patrol-Signature";

  private static final int LONGEST_TEXT = 256 << 10;
  private static final int LONGEST_SUBJECT = 250;

  @Override
  public Post write(Message message, @Nullable Secret key, Instant now) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", message.id())
            .put("subject", PlainText.line(message.subject(), LONGEST_SUBJECT))
            .put("text", Fitting.fit(message.text(), LONGEST_TEXT, Fitting::jsonBytes))
            .toString();
    return key == null ? Post.of(body) : new Post("", Map.of(HEADER, signed(key, now, body)), body);
  }

  @Override
  public Delivery read(String body, Reasons reasons) {
    return new Delivered();
  }

  private static String signed(Secret key, Instant now, String body) {
    long seconds = now.getEpochSecond();
    return "t=" + seconds + ",v1=" + Signature.hex(key.unwrap(), seconds + "." + body);
  }
}
