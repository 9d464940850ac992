package dev.patrol.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.Delivery.Unsure;
import java.time.Duration;
import java.util.Set;

/**
 * Reads answers that hold an error code in JSON, whatever the HTTP status. A code that says nothing
 * about the message, such as one for a wrong signature, is {@link Later}: the message is good once
 * the settings are.
 *
 * @param code the name of the field with the code; 0 is success
 * @param text the name of the field that explains it
 * @param throttled codes for too many messages
 * @param pause how long to wait after those
 * @param bad codes for messages that are never taken
 */
record CodedAnswer(
    String code, String text, Set<Integer> throttled, Duration pause, Set<Integer> bad) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Delivery read(String body, Reasons reasons) {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return unreadable();
    }
    JsonNode field = answer == null ? null : answer.get(code);
    if (field == null || !field.canConvertToInt()) {
      return unreadable();
    }
    int number = field.intValue();
    if (number == 0) {
      return new Delivered();
    }
    String reason =
        reasons.of("answered " + code + " " + number + ": " + answer.path(text).asText());
    if (throttled.contains(number)) {
      return new Later(reason, pause);
    }
    return bad.contains(number) ? new Refused(reason) : new Later(reason, null);
  }

  private static Delivery unreadable() {
    return new Unsure("answered without saying what became of the message");
  }
}
