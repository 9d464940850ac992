package dev.patrol.notify.outbox;

import dev.patrol.notify.Channel;
import dev.patrol.notify.Delivery;
import dev.patrol.notify.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps what it is handed, and answers as it was told to. */
public final class RecordingChannel implements Channel {
  private final String name;
  private final List<Message> messages = new ArrayList<>();
  private final Deque<Delivery> answers = new ArrayDeque<>();
  private Delivery otherwise = new Delivery.Delivered();

  public RecordingChannel(String name) {
    this.name = name;
  }

  /** Answers so once. */
  public RecordingChannel next(Delivery answer) {
    answers.add(answer);
    return this;
  }

  /** Answers so from now on. */
  public RecordingChannel always(Delivery answer) {
    otherwise = answer;
    return this;
  }

  /** What it was handed since it was last asked. */
  public List<Message> take() {
    List<Message> taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Message message) {
    messages.add(message);
    return answers.isEmpty() ? otherwise : answers.remove();
  }

  @Override
  public void close() {}
}
