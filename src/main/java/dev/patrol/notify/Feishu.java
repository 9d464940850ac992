package dev.patrol.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Robots of Feishu and Lark. A rich-text message whose parts are all plain text: in a text message
 * {@code <at>} would be read as markup.
 */
final class Feishu implements Dialect {
  /** Of 20 KB in all, with room for title and signature. */
  private static final int LONGEST_TEXT = 18_000;

  private static final int LONGEST_TITLE = 200;

  /** What each line costs besides its text. */
  private static final int LINE = 32;

  /** 9499 stands for a bad request and for too many alike. */
  private static final CodedAnswer ANSWER =
      new CodedAnswer("code", "msg", Set.of(11_232, 9_499), Duration.ofMinutes(1), Set.of());

  @Override
  public Post write(Message message, @Nullable Secret key, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (key != null) {
      String seconds = String.valueOf(now.getEpochSecond());
      body.put("timestamp", seconds);
      // The key and the time are the key here, and nothing is signed.
      body.put("sign", Signature.base64(seconds + "\n" + key.unwrap(), ""));
    }
    body.put("msg_type", "post");
    ObjectNode post = body.putObject("content").putObject("post").putObject("zh_cn");
    post.put("title", PlainText.line(message.subject(), LONGEST_TITLE));
    ArrayNode lines = post.putArray("content");
    for (String line : Fitting.fit(message.text(), LONGEST_TEXT, Feishu::size).split("\n", -1)) {
      // A part may not be empty.
      String text = line.isEmpty() ? " " : line;
      lines.addArray().addObject().put("tag", "text").put("text", text);
    }
    return Post.of(body.toString());
  }

  @Override
  public Delivery read(String body, Reasons reasons) {
    return ANSWER.read(body, reasons);
  }

  private static int size(String text) {
    return Fitting.jsonBytes(text) + LINE * (int) text.chars().filter(c -> c == '\n').count();
  }
}
