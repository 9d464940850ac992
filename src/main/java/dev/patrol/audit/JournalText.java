package dev.patrol.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.patrol.probe.Outcome;
import dev.patrol.probe.Reply;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of what is kept for each answer and each dossier, as {@link Notebook} reads it. Written
 * name by name: by reflection it took three times as long, and there is one for every request.
 */
final class JournalText {
  private static final JsonFactory JSON = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  private JournalText() throws IOException {
    json = JSON.createGenerator(text);
  }

  private interface Content {
    void write(JournalText text) throws IOException;
  }

  static String of(Outcome outcome) {
    return of(text -> text.write(outcome));
  }

  static String of(Page page) {
    return of(text -> text.write(page));
  }

  private static String of(Content content) {
    try {
      JournalText text = new JournalText();
      text.json.writeStartObject();
      content.write(text);
      text.json.writeEndObject();
      text.json.close();
      return text.text.toString();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can always be written", e);
    }
  }

  private void write(Outcome outcome) throws IOException {
    Reply reply = outcome.reply();
    json.writeObjectFieldStart("reply");
    field("meaning", reply.meaning().name());
    field("failure", reply.failure() == null ? null : reply.failure().name());
    field("httpStatus", reply.httpStatus());
    field("code", reply.code());
    field("msg", reply.msg());
    field("logid", reply.logid());
    json.writeEndObject();
    field("millis", outcome.millis());
    json.writeNumberField("sent", outcome.sent());
  }

  private void write(Page page) throws IOException {
    json.writeFieldName("identity");
    write(page.identity());
    json.writeArrayFieldStart("answers");
    for (Page.Note answer : page.answers()) {
      write(answer);
    }
    json.writeEndArray();
    field("secretPrefix", page.secretPrefix());
    array("foreignHeaders", page.foreignHeaders());
    field("fingerprint", page.fingerprint());
    json.writeNumberField("requests", page.requests());
    json.writeNumberField("shared", page.shared());
    json.writeNumberField("sent", page.sent());
    array("hostsDown", page.hostsDown());
  }

  private void write(Page.Note note) throws IOException {
    json.writeStartObject();
    field("operation", note.operation());
    field("meaning", note.meaning().name());
    field("probe", note.probe());
    field("failure", note.failure() == null ? null : note.failure().name());
    field("httpStatus", note.httpStatus());
    field("code", note.code());
    field("msg", note.msg());
    field("logid", note.logid());
    field("millis", note.millis());
    json.writeEndObject();
  }

  private void field(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private void field(String name, @Nullable Integer value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  private void field(String name, @Nullable Long value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  private void array(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
