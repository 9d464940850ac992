package dev.patrol.audit;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patrol.catalog.Catalog;
import dev.patrol.journal.Journal;
import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.Meaning;
import dev.patrol.model.Probed;
import dev.patrol.probe.Outcome;
import dev.patrol.probe.ReplyLog;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes answers into a run's journal and reads them back. */
final class Notebook implements ReplyLog {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          .build();

  private final Journal journal;
  private final Catalog catalog;

  Notebook(Journal journal, Catalog catalog) {
    this.journal = journal;
    this.catalog = catalog;
  }

  /** An answer without what the dossier and the catalog tell anyway. */
  private record Note(
      @Nullable String operation,
      Meaning meaning,
      String probe,
      @Nullable Failure failure,
      @Nullable Integer httpStatus,
      @Nullable String code,
      @Nullable String msg,
      @Nullable String logid,
      @Nullable Long millis) {
    static Note of(Answer answer) {
      return new Note(
          answer.operation() == null ? null : answer.operation().id(),
          answer.meaning(),
          answer.probe(),
          answer.failure(),
          answer.httpStatus(),
          answer.code(),
          answer.msg(),
          answer.logid(),
          answer.millis());
    }

    Answer answer(String token, @Nullable String endpoint, Catalog catalog) {
      return new Answer(
          token,
          endpoint,
          operation == null ? null : catalog.operation(operation).orElse(null),
          meaning,
          probe,
          failure,
          httpStatus,
          code,
          msg,
          logid,
          millis);
    }
  }

  private record Page(
      Note identity,
      List<Note> answers,
      @Nullable String secretPrefix,
      List<String> foreignHeaders,
      @Nullable String fingerprint,
      int requests,
      int shared,
      int sent,
      SortedSet<String> hostsDown) {}

  /** What is known of a dossier that was finished before. */
  Optional<Recorded> find(Dossier dossier) {
    String token = dossier.token().id();
    return journal.dossier(token).map(json -> recorded(dossier, read(json, Page.class)));
  }

  /** Keeps a finished dossier. */
  void keep(Recorded recorded) {
    Probed probed = recorded.probed();
    Page page =
        new Page(
            Note.of(probed.identity()),
            probed.answers().stream().map(Note::of).toList(),
            probed.secretPrefix(),
            probed.foreignHeaders().stream().map(ForeignHeader::endpoint).toList(),
            recorded.fingerprint(),
            recorded.requests(),
            recorded.shared(),
            recorded.sent(),
            recorded.hostsDown());
    journal.keepDossier(probed.dossier().token().id(), write(page));
  }

  @Override
  public Optional<Outcome> find(String token, String request) {
    return journal.reply(token, request).map(json -> read(json, Outcome.class));
  }

  @Override
  public void keep(String token, String request, Outcome outcome) {
    journal.keepReply(token, request, write(outcome));
  }

  private Recorded recorded(Dossier dossier, Page page) {
    String token = dossier.token().id();
    List<Endpoint> endpoints = dossier.endpoints();
    List<Answer> answers =
        IntStream.range(0, endpoints.size())
            .mapToObj(i -> page.answers().get(i).answer(token, endpoints.get(i).id(), catalog))
            .toList();
    return new Recorded(
        new Probed(
            dossier,
            page.identity().answer(token, null, catalog),
            answers,
            page.secretPrefix(),
            page.foreignHeaders().stream().map(ForeignHeader::new).toList()),
        page.fingerprint(),
        page.requests(),
        page.shared(),
        page.sent(),
        page.hostsDown());
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is always JSON", e);
    }
  }

  /** A whole number in an object; -1 when there is none. */
  static int field(String json, String name) {
    try {
      return JSON.readTree(json).path(name).asInt(-1);
    } catch (JsonProcessingException e) {
      return -1;
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      // Its message quotes the text.
      throw new IllegalStateException("the journal is of another version of Patrol");
    }
  }
}
