package dev.patrol.facts;

import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.History;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Probed;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dossier as a line of the file; operations and workspaces stand there by id. */
record DossierNote(
    Token token,
    List<EndpointNote> endpoints,
    List<String> workspaces,
    AnswerNote identity,
    List<AnswerNote> answers,
    @Nullable String secretPrefix,
    List<String> foreignHeaders,
    List<History> past,
    @Nullable Integer secret) {

  /** An answer without what the dossier tells. */
  record AnswerNote(
      @Nullable String operation,
      Meaning meaning,
      String probe,
      @Nullable Failure failure,
      @Nullable Integer httpStatus,
      @Nullable String code,
      @Nullable String msg,
      @Nullable String logid,
      @Nullable Long millis) {
    static AnswerNote of(Answer answer) {
      return new AnswerNote(
          answer.operation() == null ? null : answer.operation().id(),
          answer.meaning(),
          answer.probe(),
          answer.failure(),
          answer.httpStatus(),
          Masked.orNull(answer.code()),
          Masked.orNull(answer.msg()),
          Masked.orNull(answer.logid()),
          answer.millis());
    }

    Answer answer(String token, @Nullable String endpoint, Map<String, Operation> operations) {
      return new Answer(
          token,
          endpoint,
          operation == null ? null : operations.get(operation),
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

  static DossierNote of(Probed probed, @Nullable Integer secret) {
    Dossier dossier = probed.dossier();
    return new DossierNote(
        masked(dossier.token()),
        dossier.endpoints().stream().map(EndpointNote::of).toList(),
        dossier.workspaces().stream().map(Workspace::id).map(Masked::name).toList(),
        AnswerNote.of(probed.identity()),
        probed.answers().stream().map(AnswerNote::of).toList(),
        probed.secretPrefix(),
        probed.foreignHeaders().stream().map(ForeignHeader::endpoint).map(Masked::name).toList(),
        probed.past().stream().map(DossierNote::masked).toList(),
        secret);
  }

  private static Token masked(Token token) {
    return Token.builder(Masked.name(token.id()), token.kind(), token.place())
        .secret(token.secret() == null ? null : SecretPlace.of(token.secret()))
        .plainSecret(token.plainSecret())
        .owner(Masked.orNull(token.owner()))
        .ownerEmail(Masked.orNull(token.ownerEmail()))
        .account(Masked.orNull(token.account()))
        .environment(Masked.orNull(token.environment()))
        .createdAt(token.createdAt())
        .expiresAt(token.expiresAt())
        .neverExpires(token.neverExpires())
        .permissions(SecretPlace.masked(token.permissions()))
        .workspaces(SecretPlace.masked(token.workspaces()))
        .status(token.status())
        .site(token.site())
        .grant(token.grant())
        .appStatus(token.appStatus())
        .refreshExpiresAt(token.refreshExpiresAt())
        .attributes(Masked.cells(token.attributes()))
        .build();
  }

  private static History masked(History past) {
    return new History(
        Masked.name(past.token()),
        Masked.nameOrNull(past.endpoint()),
        past.nights(),
        past.failingNights(),
        past.failingSince(),
        past.lastGood(),
        past.changes());
  }

  RecordedDossier dossier(
      Map<String, Operation> operations, Map<String, Workspace> byId, String origin) {
    List<Endpoint> all =
        endpoints.stream().map(note -> note.endpoint(token.id(), operations)).toList();
    List<Answer> answered = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      answered.add(answers.get(i).answer(token.id(), all.get(i).id(), operations));
    }
    List<Workspace> touched =
        workspaces.stream()
            .map(id -> Objects.requireNonNull(byId.get(id), () -> origin + ": workspace " + id))
            .toList();
    Probed probed =
        new Probed(
            new Dossier(token, all, touched),
            identity.answer(token.id(), null, operations),
            answered,
            secretPrefix,
            foreignHeaders.stream().map(ForeignHeader::new).toList(),
            past);
    return new RecordedDossier(probed, secret);
  }
}
