package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Secret;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Robots of DingTalk. In a text message nothing is markup, and {@code at} alone calls people. */
final class DingTalk implements Dialect {
  /** Of 20,000 bytes in all. */
  private static final int LONGEST_TEXT = 18_000;

  private static final int LONGEST_TITLE = 200;

  /** Who sends more than 20 messages a minute is shut out for ten. */
  private static final CodedAnswer ANSWER =
      new CodedAnswer(
          "errcode",
          "errmsg",
          Set.of(130_101, 410_100, 90_018, 90_030),
          Duration.ofMinutes(10),
          Set.of(430_101, 430_102, 430_103, 430_104, 460_101));

  @Override
  public Post write(Message message, @Nullable Secret key, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("msgtype", "text");
    String title = PlainText.line(message.subject(), LONGEST_TITLE);
    body.putObject("text")
        .put(
            "content",
            Fitting.fit(title + "\n\n" + message.text(), LONGEST_TEXT, Fitting::jsonBytes));
    body.putObject("at").put("isAtAll", false);
    return new Post(key == null ? "" : query(key, now), Map.of(), body.toString());
  }

  @Override
  public Delivery read(String body, Reasons reasons) {
    return ANSWER.read(body, reasons);
  }

  private static String query(Secret key, Instant now) {
    String millis = String.valueOf(now.toEpochMilli());
    String sign = Signature.base64(key.unwrap(), millis + "\n" + key.unwrap());
    return "timestamp=" + millis + "&sign=" + URLEncoder.encode(sign, UTF_8);
  }
}
