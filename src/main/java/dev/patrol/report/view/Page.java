package dev.patrol.report.view;

import dev.patrol.report.row.EndpointRow;
import dev.patrol.report.row.FindingRow;
import dev.patrol.report.row.TodoRow;
import dev.patrol.report.row.TokenRow;
import dev.patrol.report.row.WalkRow;
import dev.patrol.report.row.WhyRow;
import java.util.List;

/**
 * A whole page.
 *
 * @param scope whose page it is
 * @param run which run it tells of
 * @param tone how bad it looks: {@code pass}, {@code unknown} or {@code fail}
 * @param headline the state in one sentence
 * @param next what ends next, in one sentence; may be empty
 * @param tiles the big numbers
 * @param todos what to do first
 * @param timeline tokens by the day they end
 * @param endpoints every endpoint, with its walk through the guide
 * @param causes ids of the causes that occur, in the guide's order
 * @param tokens every token and its least rights
 * @param matrix tokens against workspaces
 * @param findings what the rules found, and why
 * @param statuses ids of the statuses that occur among the findings
 * @param issues what is wrong with the inventory
 * @param rules all rules that fired or found something, and on the whole page all others too
 * @param owners the pages of the owners, on the whole page alone
 * @param facts what else is known about the run
 * @param accounts requests by account
 * @param phrases texts that packed rows share, packed
 */
public record Page(
    Scope scope,
    Run run,
    String tone,
    Say headline,
    Say next,
    List<Tile> tiles,
    Part<TodoRow> todos,
    Timeline timeline,
    Listing<EndpointRow, WalkRow> endpoints,
    List<String> causes,
    Listing<TokenRow, TokenRow> tokens,
    Matrix matrix,
    Listing<FindingRow, WhyRow> findings,
    List<String> statuses,
    Part<IssueRow> issues,
    RuleList rules,
    Part<OwnerRow> owners,
    List<Fact> facts,
    Part<Fact> accounts,
    String phrases) {
  public Page {
    tiles = List.copyOf(tiles);
    causes = List.copyOf(causes);
    statuses = List.copyOf(statuses);
    facts = List.copyOf(facts);
  }

  /** The title of the browser's window. */
  public String title(String lang, Languages t) {
    String of =
        scope.whole()
            ? run.inventory()
            : scope.unowned() ? t.get("scope.unowned").in(lang) : scope.name();
    return t.get("title").in(lang) + " · " + of + " · " + run.id();
  }

  /**
   * Whose page it is.
   *
   * @param whole whether it is the page of the whole run
   * @param name the owner's name; empty on the whole page
   * @param email how to reach them; may be empty
   * @param unowned whether it is about what nobody owns
   * @param csv the table of its findings, relative to the page
   * @param root what leads from the page to the report's folder: nothing or {@code ../}
   */
  public record Scope(
      boolean whole, String name, String email, boolean unowned, String csv, String root) {}

  /**
   * Which run it tells of.
   *
   * @param id the run's id
   * @param inventory the inventory's name
   * @param when when the run began
   * @param offline whether nothing was asked of the service
   * @param notes what else the reader must know
   * @param failures the rules that failed
   */
  public record Run(
      String id,
      String inventory,
      String when,
      boolean offline,
      List<String> notes,
      List<Failure> failures) {
    public Run {
      failures = List.copyOf(failures);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A rule that failed.
   *
   * @param rule its id
   * @param place its file and line
   * @param times how often, in words
   * @param lines the first few times: for which token, and why
   */
  public record Failure(String rule, String place, Say times, List<String> lines) {
    public Failure {
      lines = List.copyOf(lines);
    }
  }
}
