package dev.patrol.audit;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.Meaning;
import dev.patrol.model.Probed;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A finished dossier as the journal has it: without what the inventory and the catalog tell. */
record Page(
    Note identity,
    List<Note> answers,
    @Nullable String secretPrefix,
    List<String> foreignHeaders,
    @Nullable String fingerprint,
    int requests,
    int shared,
    int sent,
    SortedSet<String> hostsDown) {
  /** An answer without what the dossier and the catalog tell anyway. */
  record Note(
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

  static Page of(Recorded recorded) {
    Probed probed = recorded.probed();
    return new Page(
        Note.of(probed.identity()),
        probed.answers().stream().map(Note::of).toList(),
        probed.secretPrefix(),
        probed.foreignHeaders().stream().map(ForeignHeader::endpoint).toList(),
        recorded.fingerprint(),
        recorded.requests(),
        recorded.shared(),
        recorded.sent(),
        recorded.hostsDown());
  }

  Recorded recorded(Dossier dossier, Catalog catalog) {
    String token = dossier.token().id();
    List<Endpoint> endpoints = dossier.endpoints();
    List<Answer> answers =
        IntStream.range(0, endpoints.size())
            .mapToObj(i -> this.answers.get(i).answer(token, endpoints.get(i).id(), catalog))
            .toList();
    return new Recorded(
        new Probed(
            dossier,
            identity.answer(token, null, catalog),
            answers,
            secretPrefix,
            foreignHeaders.stream().map(ForeignHeader::new).toList()),
        fingerprint,
        requests,
        shared,
        sent,
        hostsDown);
  }
}
