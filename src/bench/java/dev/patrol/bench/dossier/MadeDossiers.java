package dev.patrol.bench.dossier;

import dev.patrol.catalog.AnswerCodes;
import dev.patrol.catalog.Catalog;
import dev.patrol.model.Answer;
import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.History;
import dev.patrol.model.Operation;
import dev.patrol.model.Probed;
import dev.patrol.model.Site;
import dev.patrol.model.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers by number, each with about seven calls and their answers. None is kept, so that there
 * may be any number of them; equal seeds give equal ones.
 */
public final class MadeDossiers {
  /** When the made tokens are to be judged. */
  public static final Today TODAY =
      new Today(Instant.parse("2026-11-22T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final int MOST_CALLS = 13;

  private final Catalog catalog = Catalog.standard();
  private final AnswerMeanings codes = AnswerCodes.standard();
  private final Requests requests = new Requests(catalog);
  private final @Nullable Operation identityWithPoint =
      catalog.operation("workspace-list").orElse(null);
  private final @Nullable Operation identity =
      catalog.operation("store-category-list").orElse(null);
  private final Places places = new Places(TODAY.now());
  private final long seed;
  private final Mix mix;

  public MadeDossiers(long seed, Mix mix) {
    this.seed = seed;
    this.mix = mix;
  }

  /** The dossiers from one number on that have so many endpoints together, or a few more. */
  public List<Probed> of(long first, int endpoints) {
    List<Probed> made = new ArrayList<>();
    for (int left = endpoints; left > 0; ) {
      Probed next = dossier(first + made.size());
      left -= next.answers().size();
      made.add(next);
    }
    return made;
  }

  /** The dossier of that number. */
  public Probed dossier(long number) {
    Dice dice = new Dice(seed, number);
    Instant now = TODAY.now();
    MadeToken token = new MadeToken(number, now, places, dice);
    call(token, dice);
    token.hasSecret = dice.chance(92);
    token.everyWorkspace = dice.chance(10);
    token.environment = dice.chance(20) ? "production" : "staging";
    for (int faults = mix.tokenFaults(); dice.chance(faults); faults /= 3) {
      dice.oneOf(List.of(TokenFault.values())).befall(token, now, dice);
    }
    token.loseHandedOver();
    for (MadeCall call : token.calls) {
      for (int faults = mix.callFaults(); dice.chance(faults); faults /= 3) {
        dice.oneOf(List.of(CallFault.values())).befall(call, dice);
      }
    }
    return probed(token, dice);
  }

  private void call(MadeToken token, Dice dice) {
    List<Operation> used = new ArrayList<>();
    for (int i = dice.between(1, 4); i > 0; i--) {
      used.add(dice.oneOf(dice.chance(75) ? requests.harmless : requests.others));
    }
    for (int i = dice.between(1, MOST_CALLS); i > 0; i--) {
      Operation operation = dice.oneOf(used);
      Site site = token.site;
      token.add(Requests.call(operation, dice.oneOf(token.workspaces).id(), site, dice));
    }
  }

  private Probed probed(MadeToken token, Dice dice) {
    List<Endpoint> endpoints = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    List<ForeignHeader> foreign = new ArrayList<>();
    List<History> past = new ArrayList<>();
    String application = "app-" + dice.between(0, 50);
    for (MadeCall call : token.calls) {
      String id = token.id + "-" + endpoints.size();
      String caller = dice.chance(97) ? application : "app-other";
      Endpoint endpoint =
          call.endpoint(id, token.id, caller, catalog, token.line * MOST_CALLS + endpoints.size());
      endpoints.add(endpoint);
      answers.add(answer(token, call, endpoint, dice));
      if (call.foreignHeader) {
        foreign.add(new ForeignHeader(id));
      }
      if (dice.chance(mix.callFaults())) {
        past.add(past(token.id, id, dice));
      }
    }
    if (dice.chance(mix.tokenFaults())) {
      past.add(past(token.id, null, dice));
    }
    return new Probed(
        new Dossier(token.token(), endpoints, token.workspaces),
        identity(token, dice),
        answers,
        token.hasSecret ? token.prefix : null,
        foreign,
        past);
  }

  private static History past(String token, @Nullable String endpoint, Dice dice) {
    Instant since = TODAY.now().minus(Duration.ofDays(dice.between(2, 20)));
    int failing = dice.chance(50) ? 0 : dice.between(1, 5);
    return new History(
        token,
        endpoint,
        dice.between(5, 30),
        failing,
        failing == 0 ? null : since,
        dice.chance(80) ? since.minus(Duration.ofDays(1)) : null,
        dice.between(0, 6));
  }

  private Answer answer(MadeToken token, MadeCall call, Endpoint endpoint, Dice dice) {
    Operation operation = endpoint.operation();
    if (!token.hasSecret) {
      return Answer.skipped(token.id, endpoint.id(), "no-secret");
    }
    if (!endpoint.properHost(token.site).equals(endpoint.address().authority())) {
      return Answer.skipped(token.id, endpoint.id(), "host");
    }
    if (operation == null || !call.isHarmless() || endpoint.bodyUnknown()) {
      String reason =
          operation == null
              ? "unknown-operation"
              : endpoint.bodyUnknown() ? "body-unknown" : "side-effect";
      return Answer.skipped(token.id, endpoint.id(), reason);
    }
    Reply reply = dice.chance(mix.strangeAnswers()) ? dice.oneOf(Reply.ALL) : reply(token, call);
    boolean faultless = endpoint.inPath().isFine() && endpoint.inQuery().isFine();
    Reply said = reply.equals(Reply.OK) && !faultless ? Reply.BAD_PARAMETER : reply;
    return said.answer(token.id, endpoint.id(), operation, codes, dice);
  }

  private static Reply reply(MadeToken token, MadeCall call) {
    if (token.reply != null) {
      return token.reply;
    }
    boolean refused =
        call.operation.permissions().stream().anyMatch(token.refusedPoints::contains)
            || (call.operation.needsWorkspace() && token.refusedSpaces.contains(call.space));
    return refused ? Reply.NO_RIGHT : call.reply == null ? Reply.OK : call.reply;
  }

  private Answer identity(MadeToken token, Dice dice) {
    if (!token.hasSecret) {
      return Answer.skipped(token.id, null, "no-secret");
    }
    boolean holds = token.pointsKnown && token.points.contains("listWorkspace");
    Reply usual = token.reply == null ? Reply.OK : token.reply;
    Reply reply = dice.chance(mix.strangeAnswers()) ? dice.oneOf(Reply.ALL) : usual;
    return reply.answer(token.id, null, holds ? identityWithPoint : identity, codes, dice);
  }
}
