package dev.patrol.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Robots of WeCom. A text message may be half as long as one in Markdown, but there is no way to
 * write any character of Markdown that is not to be read as such.
 */
final class WeCom implements Dialect {
  /** In bytes, of the content alone. */
  private static final int LONGEST_TEXT = 2_048;

  private static final int LONGEST_TITLE = 100;

  private static final CodedAnswer ANSWER =
      new CodedAnswer(
          "errcode",
          "errmsg",
          Set.of(45_009, 45_033),
          Duration.ofMinutes(1),
          Set.of(44_004, 45_002));

  @Override
  public Post write(Message message, @Nullable Secret key, Instant now) {
    String title = PlainText.line(message.subject(), LONGEST_TITLE);
    // Calls a member in text as well, so the two are parted.
    String plain = (title + "\n\n" + message.text()).replace("<@", "< @");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("msgtype", "text");
    body.putObject("text").put("content", Fitting.fit(plain, LONGEST_TEXT, Fitting::bytes));
    return Post.of(body.toString());
  }

  @Override
  public Delivery read(String body, Reasons reasons) {
    return ANSWER.read(body, reasons);
  }
}
