package dev.patrol.notify;

import dev.patrol.model.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one kind of webhook is spoken to. */
interface Dialect {
  /**
   * The message as this kind takes it: within its limits, with nothing in it read as markup.
   *
   * @param message cleaned of control characters
   * @param key to sign with; null for none
   */
  Post write(Message message, @Nullable Secret key, Instant now);

  /**
   * What an answer with a status of 200 to 299 says.
   *
   * @param body at most as much of it as is ever needed
   * @param reasons clean what is quoted of it
   */
  Delivery read(String body, Reasons reasons);
}
