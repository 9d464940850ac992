package dev.patrol.report.view;

import java.util.List;

/**
 * The whole page.
 *
 * @param inventory the inventory's name
 * @param run the run's id
 * @param when when the run began
 * @param tone how bad it looks: {@code pass}, {@code unknown} or {@code fail}
 * @param headline the state in one sentence
 * @param offline whether nothing was asked of the service
 * @param tiles the big numbers
 * @param todos what to do first
 * @param expiries tokens by the day they end
 * @param walks every endpoint's walk through the guide
 * @param causes the causes that occur, to filter by
 * @param tokens every token's least rights
 * @param found the rules that found something, worst first
 * @param fixed what the last run reported and no longer holds
 * @param waived what somebody has accepted for a time
 * @param issues what is wrong with the inventory
 * @param rules all rules
 * @param facts what else is known about the run
 * @param accounts requests by account
 * @param notes what else the reader must know
 */
public record Page(
    String inventory,
    String run,
    String when,
    String tone,
    String headline,
    boolean offline,
    List<Tile> tiles,
    Part<Todo> todos,
    Part<Expiry> expiries,
    Part<Walk> walks,
    List<Chip> causes,
    Part<TokenRow> tokens,
    List<RuleRow> found,
    Part<FixedRow> fixed,
    Part<WaivedRow> waived,
    Part<IssueRow> issues,
    List<RuleRow> rules,
    List<Fact> facts,
    Part<Fact> accounts,
    List<String> notes) {
  public Page {
    tiles = List.copyOf(tiles);
    causes = List.copyOf(causes);
    found = List.copyOf(found);
    rules = List.copyOf(rules);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }
}
