package dev.patrol.report;

import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.report.view.Languages;
import dev.patrol.report.view.Say;
import dev.patrol.report.view.Tile;
import dev.patrol.report.view.Tile.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state of things in one sentence and four big numbers. */
final class Overview {
  private static final Say NOTHING = Say.both("");

  private final Languages texts;
  private final Totals totals;
  private final RunSummary summary;
  private final int issues;
  private final boolean offline;

  /** Of so many things and so many inventory issues. */
  Overview(Languages texts, Totals totals, RunSummary summary, int issues, boolean offline) {
    this.texts = texts;
    this.totals = totals;
    this.summary = summary;
    this.issues = issues;
    this.offline = offline;
  }

  String tone() {
    if (verdict(Verdict.FAIL) > 0 || dead() > 0 || totals.atLeast(Severity.HIGH) > 0) {
      return "fail";
    }
    boolean open = totals.findings() > 0 || verdict(Verdict.UNKNOWN) > 0;
    return open || totals.tokens() == 0 || issues > 0 ? "unknown" : "pass";
  }

  Say headline() {
    long failing = verdict(Verdict.FAIL);
    if (totals.tokens() == 0) {
      return texts.get("headline.nothing");
    }
    if (failing > 0 && dead() > 0) {
      return texts.fill("headline.failingAndDead", failing, totals.endpoints(), dead());
    }
    if (failing > 0) {
      return texts.fill("headline.failing", failing, totals.endpoints());
    }
    if (dead() > 0) {
      return texts.fill("headline.dead", dead(), totals.tokens());
    }
    if (verdict(Verdict.UNKNOWN) > 0) {
      return texts.fill("headline.unknown", verdict(Verdict.UNKNOWN), totals.endpoints());
    }
    if (totals.findings() > 0) {
      return texts.fill("headline.findings", totals.endpoints(), totals.findings());
    }
    return texts.fill("headline.fine", totals.endpoints(), totals.tokens());
  }

  /** Requests are the whole run's alone. */
  List<Tile> tiles(boolean whole) {
    return whole
        ? List.of(tokens(), endpoints(), findings(), requests())
        : List.of(tokens(), endpoints(), findings());
  }

  private Tile tokens() {
    Bar bar = new Bar(totals.tokens());
    for (TokenState state : TokenState.values()) {
      bar.add(
          texts.get("state." + state.id()),
          "state-" + state.id(),
          totals.states().getOrDefault(state, 0L));
    }
    return new Tile(
        texts.get("tile.tokens"), texts.number(totals.tokens()), "#tokens", bar.shares, NOTHING);
  }

  private Tile endpoints() {
    Bar bar = new Bar(totals.endpoints());
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)) {
      bar.add(texts.get("verdict." + verdict.id()), verdict.id(), verdict(verdict));
    }
    return new Tile(
        texts.get("tile.endpoints"),
        texts.number(totals.endpoints()),
        "#endpoints",
        bar.shares,
        NOTHING);
  }

  private Tile findings() {
    Bar bar = new Bar(totals.findings());
    for (Severity severity : Severity.values()) {
      bar.add(
          texts.get("severity." + severity.id()),
          severity.id(),
          totals.severities().getOrDefault(severity, 0L));
    }
    return new Tile(
        texts.get("tile.findings"),
        texts.number(totals.findings()),
        "#findings",
        bar.shares,
        news());
  }

  /** How the findings stand against earlier runs; empty when there is nothing to say of it. */
  private Say news() {
    List<Say> news =
        Stream.of(
                FindingStatus.NEW,
                FindingStatus.REOPENED,
                FindingStatus.FIXED,
                FindingStatus.WAIVED)
            .filter(status -> totals.count(status) > 0)
            .map(
                status ->
                    texts.fill(
                        "status.some", totals.count(status), texts.get("status." + status.id())))
            .toList();
    return new Say(joined(news, Say::en), joined(news, Say::zh));
  }

  private static String joined(List<Say> parts, Function<Say, String> language) {
    return parts.stream().map(language).collect(Collectors.joining(" · "));
  }

  private Tile requests() {
    long failed = Math.min(totals.unanswered(), summary.requestsSent());
    Bar bar = new Bar(summary.requestsSent() + summary.requestsShared());
    bar.add(texts.get("tile.answered"), "info", summary.requestsSent() - failed);
    bar.add(texts.get("tile.unanswered"), "fail", failed);
    bar.add(texts.get("tile.shared"), "plain", summary.requestsShared());
    return new Tile(
        texts.get("tile.requests"),
        texts.number(summary.requestsSent()),
        "#how",
        bar.shares,
        offline ? texts.get("tile.offline") : NOTHING);
  }

  private long verdict(Verdict verdict) {
    return totals.verdicts().getOrDefault(verdict, 0L);
  }

  /** Tokens that no longer work at all. */
  private long dead() {
    return totals.states().getOrDefault(TokenState.EXPIRED, 0L)
        + totals.states().getOrDefault(TokenState.INVALID, 0L);
  }

  /** A bar of pieces, one after the other; empty ones are left out. */
  private final class Bar {
    private final List<Share> shares = new ArrayList<>();
    private final long whole;
    private long before;

    private Bar(long whole) {
      this.whole = whole;
    }

    private void add(Say label, String tone, long part) {
      if (part > 0) {
        shares.add(new Share(label, tone, texts.number(part), percent(before), percent(part)));
        before += part;
      }
    }

    private String percent(long part) {
      long hundredths = Math.round(10_000.0 * part / whole);
      long rest = hundredths % 100;
      return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }
  }
}
