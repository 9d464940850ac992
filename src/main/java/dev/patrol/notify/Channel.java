package dev.patrol.notify;

/** A way by which messages go out, such as a mail server or the webhook of a chat. */
public interface Channel extends AutoCloseable {
  /** What the settings call it, such as {@code mail}. */
  String name();

  /**
   * Tries once to deliver a message, in bounded time. One message at a time: not for several
   * threads at once.
   *
   * @return what became of it; failures of the other side are told here, never thrown
   * @throws InterruptedException when the thread is interrupted before the message was on its way;
   *     later than that the answer is {@link Delivery.Unsure} and the thread stays interrupted
   */
  Delivery deliver(Message message) throws InterruptedException;

  @Override
  void close();
}
