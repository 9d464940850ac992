package dev.patrol.audit;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patrol.catalog.Catalog;
import dev.patrol.journal.Journal;
import dev.patrol.journal.KeptDossiers;
import dev.patrol.model.Dossier;
import dev.patrol.probe.Outcome;
import dev.patrol.probe.ReplyLog;
import java.util.Optional;

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

  /** What is known of a dossier that was finished before. */
  Optional<Recorded> find(Dossier dossier) {
    return find(dossier, journal, catalog);
  }

  /** What was kept of a finished dossier, for those who only read. */
  static Optional<Recorded> find(Dossier dossier, KeptDossiers kept, Catalog catalog) {
    return kept.dossier(dossier.token().id())
        .map(json -> read(json, Page.class).recorded(dossier, catalog));
  }

  /** Keeps a finished dossier. */
  void keep(Recorded recorded) {
    journal.keepDossier(recorded.probed().dossier().token().id(), write(Page.of(recorded)));
  }

  @Override
  public Optional<Outcome> find(String token, String request) {
    return journal.reply(token, request).map(json -> read(json, Outcome.class));
  }

  @Override
  public void keep(String token, String request, Outcome outcome) {
    journal.keepReply(token, request, write(outcome));
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
