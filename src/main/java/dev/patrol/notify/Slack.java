package dev.patrol.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Unsure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Incoming webhooks of Slack. The message is in blocks of plain text, the notification as well. */
final class Slack implements Dialect {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_BLOCK = 3_000;

  /** So that it takes no more than 50 blocks. */
  private static final int LONGEST_TEXT = 30_000;

  @Override
  public Post write(Message message, @Nullable Secret key, Instant now) {
    String title = PlainText.line(message.subject(), LONGEST_HEADER);
    while (size(title) > LONGEST_HEADER) {
      title = PlainText.line(title, title.length() - 1);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("text", escaped(title)).put("mrkdwn", false);
    ArrayNode blocks = body.putArray("blocks");
    if (!title.isEmpty()) {
      block(blocks, "header", title);
    }
    String text = Fitting.fit(message.text(), LONGEST_TEXT, Slack::size);
    for (String piece : Fitting.pieces(text, LONGEST_BLOCK, Slack::size)) {
      block(blocks, "section", piece);
    }
    return Post.of(body.toString());
  }

  @Override
  public Delivery read(String body, Reasons reasons) {
    return body.strip().equals("ok")
        ? new Delivered()
        : new Unsure(reasons.of("answered \"" + body + "\" where \"ok\" was expected"));
  }

  private static void block(ArrayNode blocks, String type, String text) {
    blocks
        .addObject()
        .put("type", type)
        .putObject("text")
        .put("type", "plain_text")
        .put("text", escaped(text))
        .put("emoji", false);
  }

  private static int size(String text) {
    return escaped(text).length();
  }

  /** Without it {@code <!channel>} calls everybody, and {@code <URL|text>} hides where it leads. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
