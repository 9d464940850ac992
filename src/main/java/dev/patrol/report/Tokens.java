package dev.patrol.report;

import dev.patrol.model.Judgement;
import dev.patrol.model.Needs;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import dev.patrol.report.view.Expiry;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.Texts;
import dev.patrol.report.view.TokenRow;
import dev.patrol.report.view.TokenRow.Least;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The tokens that the page shows: once by the day they end, once with the least they need. */
final class Tokens {
  static final int LIMIT = 500;

  /** What ends within so many days is shown: the longest life of a personal token. */
  private static final int HORIZON = 30;

  private static final int SOON = 7;

  private record Ending(Instant at, Expiry row) {}

  private final Words words;
  private final RunCalendar calendar;
  private final Shortlist<Long, Ending> endings = new Shortlist<>(LIMIT, Comparator.naturalOrder());
  private final Shortlist<Integer, TokenRow> rows =
      new Shortlist<>(LIMIT, Comparator.naturalOrder());

  Tokens(Words words, RunCalendar calendar) {
    this.words = words;
    this.calendar = calendar;
  }

  void add(Judgement judgement) {
    long failing = TokenTable.failing(judgement);
    boolean troubled = failing > 0 || !Words.tone(judgement.state()).equals("pass");
    rows.offer(troubled ? 0 : 1, () -> row(judgement, failing));
    Instant end = judgement.token().expiresAt();
    if (end != null && belongs(judgement, end)) {
      // When there are too many, those that end around today matter most.
      endings.offer(
          Math.abs(calendar.daysLeft(end)), () -> new Ending(end, expiry(judgement, end)));
    }
  }

  Part<TokenRow> least() {
    return new Part<>(rows.items(), rows.left());
  }

  /** By day, the earliest first. */
  Part<Expiry> ending() {
    List<Expiry> byDay =
        endings.items().stream().sorted(Comparator.comparing(Ending::at)).map(Ending::row).toList();
    return new Part<>(byDay, endings.left());
  }

  private boolean belongs(Judgement judgement, Instant end) {
    TokenState state = judgement.state();
    return state == TokenState.EXPIRED
        || state == TokenState.EXPIRING
        || (state != TokenState.INVALID && Math.abs(calendar.daysLeft(end)) <= HORIZON);
  }

  private Expiry expiry(Judgement judgement, Instant end) {
    Token token = judgement.token();
    long days = calendar.daysLeft(end);
    boolean over = calendar.isPast(end) || judgement.state() == TokenState.EXPIRED;
    long percent = over ? 100 : Math.max(2, Math.min(100, days * 100 / HORIZON));
    return new Expiry(
        Words.name(token.id()),
        token.kind().id(),
        SafeText.cut(SafeText.of(token.owner()), Words.NAME),
        SafeText.cut(SafeText.of(token.ownerEmail()), Words.NAME),
        calendar.day(end),
        over ? ended(judgement.state(), days) : words.fromToday(end),
        over ? tone(judgement.state()) : days <= SOON ? "unknown" : "pass",
        percent + "%",
        words.texts().number(judgement.diagnoses().size()));
  }

  /** The declared end is over; what the service accepts lives on nevertheless. */
  private String ended(TokenState state, long days) {
    Texts texts = words.texts();
    return switch (state) {
      case VALID, EXPIRING -> texts.fill("expiry.accepted", days, Math.abs(days));
      case UNKNOWN -> texts.fill("expiry.unknown", days, Math.abs(days));
      case EXPIRED, INVALID ->
          days == 0 ? texts.get("expiry.today") : texts.fill("days", days, Math.abs(days));
    };
  }

  private static String tone(TokenState state) {
    return state == TokenState.EXPIRED || state == TokenState.INVALID ? "fail" : "unknown";
  }

  private TokenRow row(Judgement judgement, long failing) {
    Token token = judgement.token();
    Needs needs = judgement.needs();
    Texts texts = words.texts();
    return new TokenRow(
        Words.name(token.id()),
        token.kind().id(),
        words.state(judgement.state()),
        SafeText.cut(SafeText.of(token.owner()), Words.NAME),
        token.neverExpires() ? texts.get("tokens.never") : calendar.day(token.expiresAt()),
        words.fromToday(token.expiresAt()),
        texts.number(judgement.diagnoses().size()),
        texts.number(failing),
        texts.number(TokenTable.open(judgement)),
        new Least(
            Words.list(needs.permissions()),
            Words.list(needs.missingPermissions()),
            Words.list(needs.unusedPermissions())),
        new Least(
            Words.list(needs.workspaces()),
            Words.list(needs.missingWorkspaces()),
            Words.list(needs.unusedWorkspaces())));
  }
}
