package dev.patrol.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of a {@code text/event-stream}, as far as they tell how a call went.
 *
 * @param events the events in their order
 */
record EventStream(List<Event> events) {
  private static final String CHAT_FAILED = "conversation.chat.failed";
  private static final Set<String> ERRORS = Set.of("error", CHAT_FAILED);

  /** One event: its name, {@code message} by default, and its data. */
  record Event(String name, String data) {}

  EventStream {
    events = List.copyOf(events);
  }

  /** Reads a stream; one that broke off gives the events up to there. */
  static EventStream parse(String text) {
    List<Event> events = new ArrayList<>();
    String name = "message";
    StringBuilder data = new StringBuilder();
    // The empty line ends an event even where the stream does not.
    for (String line : (text + "\n\n").split("\r\n|\n|\r", -1)) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).strip();
      if (line.isEmpty()) {
        if (data.length() > 0) {
          events.add(new Event(name, data.toString().strip()));
        }
        name = "message";
        data.setLength(0);
      } else if (field.equals("event")) {
        name = value;
      } else if (field.equals("data")) {
        data.append(value).append('\n');
      }
    }
    return new EventStream(events);
  }

  /**
   * The first error: an event of that name, or one without a name that holds the usual envelope
   * with a code other than 0.
   */
  Optional<Envelope> error() {
    for (Event event : events) {
      Optional<Envelope> envelope = Envelope.parse(event.data());
      if (ERRORS.contains(event.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(envelope.orElse(new Envelope(null, null, null, false)));
      }
      if (event.name().equals("message")
          && envelope.isPresent()
          && isError(envelope.get().code())) {
        return envelope;
      }
    }
    return Optional.empty();
  }

  private static boolean isError(@Nullable String code) {
    return code != null && !code.equals("0");
  }
}
