package dev.patrol.rules;

import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.History;
import dev.patrol.model.Probed;
import dev.patrol.model.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a dossier under other names, so that many cases fit into one batch. */
public final class Renamed {
  private Renamed() {}

  public static Probed token(Probed probed, String id) {
    List<Endpoint> endpoints = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < probed.answers().size(); i++) {
      Endpoint endpoint = probed.dossier().endpoints().get(i);
      endpoints.add(endpoint(endpoint, id + "-" + endpoint.id(), id));
      answers.add(answer(probed.answers().get(i), id, id + "-" + endpoint.id()));
    }
    return new Probed(
        new Dossier(token(probed.dossier().token(), id), endpoints, probed.dossier().workspaces()),
        answer(probed.identity(), id, null),
        answers,
        probed.secretPrefix(),
        probed.foreignHeaders().stream()
            .map(f -> new ForeignHeader(id + "-" + f.endpoint()))
            .toList(),
        probed.past().stream().map(past -> history(past, id)).toList());
  }

  private static History history(History h, String id) {
    return new History(
        id,
        h.endpoint() == null ? null : id + "-" + h.endpoint(),
        h.nights(),
        h.failingNights(),
        h.failingSince(),
        h.lastGood(),
        h.changes());
  }

  private static Token token(Token t, String id) {
    return new Token(
        id,
        t.kind(),
        t.secret(),
        t.plainSecret(),
        t.owner(),
        t.ownerEmail(),
        t.account(),
        t.environment(),
        t.createdAt(),
        t.expiresAt(),
        t.neverExpires(),
        t.permissions(),
        t.workspaces(),
        t.status(),
        t.site(),
        t.grant(),
        t.appStatus(),
        t.refreshExpiresAt(),
        t.attributes(),
        t.place());
  }

  private static Endpoint endpoint(Endpoint e, String id, String token) {
    return new Endpoint(
        id,
        token,
        e.workspace(),
        e.application(),
        e.method(),
        e.url(),
        e.address(),
        e.authorization(),
        e.header(),
        e.body(),
        e.contentType(),
        e.probe(),
        e.operation(),
        e.meant(),
        e.wrongMethod(),
        e.inPath(),
        e.inQuery(),
        e.inBody(),
        e.bodyProblem(),
        e.bodyUnknown(),
        e.attributes(),
        e.place());
  }

  private static Answer answer(Answer a, String token, @Nullable String endpoint) {
    return new Answer(
        token,
        endpoint,
        a.operation(),
        a.meaning(),
        a.probe(),
        a.failure(),
        a.httpStatus(),
        a.code(),
        a.msg(),
        a.logid(),
        a.millis());
  }
}
