package dev.patrol.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes how a scheduler is as JSON. */
final class HealthJson {
  private static final JsonFactory JSON = new JsonFactory();

  private HealthJson() {}

  /** The text, in UTF-8. */
  static byte[] write(Optional<Health> health) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeBooleanField("ok", health.filter(Health::isSound).isPresent());
      json.writeBooleanField("database", health.isPresent());
      if (health.isPresent()) {
        json.writeBooleanField("scheduler", health.get().running());
        json.writeObjectFieldStart("schedules");
        for (Health.OneSchedule schedule : health.get().schedules()) {
          write(json, schedule);
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }

  private static void write(JsonGenerator json, Health.OneSchedule schedule) throws IOException {
    json.writeObjectFieldStart(schedule.name());
    time(json, "next", schedule.next());
    json.writeBooleanField("paused", schedule.paused());
    json.writeBooleanField("running", schedule.running());
    json.writeBooleanField("stale", schedule.stale());
    Health.LastRun last = schedule.last();
    if (last != null) {
      json.writeObjectFieldStart("last");
      json.writeStringField("run", last.run());
      json.writeStringField("outcome", last.outcome());
      time(json, "ended", last.ended());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String name, @Nullable Instant time)
      throws IOException {
    if (time == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, time.toString());
    }
  }
}
