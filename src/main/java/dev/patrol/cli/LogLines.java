package dev.patrol.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.model.Redaction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes log events as lines, with everything token-shaped blotted out: all text of an event goes
 * through {@link #message} and {@link #exception}, whatever the format.
 */
final class LogLines extends EncoderBase<ILoggingEvent> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final LogFormat format;

  LogLines(LogFormat format) {
    this.format = format;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String lines = format == LogFormat.JSON ? json(event) : text(event);
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  private static String text(ILoggingEvent event) {
    String logger = event.getLoggerName();
    return CLOCK.format(event.getInstant())
        + String.format(Locale.ROOT, " %-5s ", event.getLevel())
        + logger.substring(logger.lastIndexOf('.') + 1)
        + ": "
        + message(event)
        + "\n"
        + exception(event);
  }

  private static String json(ILoggingEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", event.getInstant().toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("thread", event.getThreadName());
      json.writeStringField("message", message(event));
      if (event.getThrowableProxy() != null) {
        json.writeStringField("exception", exception(event));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line + "\n";
  }

  private static String message(ILoggingEvent event) {
    return Redaction.mask(event.getFormattedMessage());
  }

  /** The stack trace with its causes, ended by a line break; empty when there is none. */
  private static String exception(ILoggingEvent event) {
    return Redaction.mask(ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
