package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/**
 * A token in the list of tokens, and the least it must hold.
 *
 * @param id the token's id
 * @param kind its kind, such as {@code pat}
 * @param owner who holds it; may be empty
 * @param email how to reach the owner; may be empty
 * @param state its state
 * @param end the day on which it ends, {@code never}, or empty when not known
 * @param left that day counted from the run's day, negative when it is past; empty without a day
 * @param endpoints how many endpoints use it
 * @param failing how many of them fail
 * @param findings how many findings about it are open
 * @param permissions the permission points it must hold
 * @param workspaces the workspaces it must cover
 * @param place where the inventory has it
 */
public record TokenRow(
    String id,
    String kind,
    String owner,
    String email,
    String state,
    String end,
    String left,
    long endpoints,
    long failing,
    long findings,
    Least permissions,
    Least workspaces,
    String place) {
  /** Stands where a script fills in values. */
  public static final TokenRow BLANK =
      new TokenRow("", "", "", "", "unknown", "", "", 0, 0, 0, Least.NOTHING, Least.NOTHING, "");

  /**
   * The least set of something, and how it differs from what the token is declared to hold.
   *
   * @param items the set
   * @param missing what of it the token does not hold
   * @param unused what the token holds and nobody needs
   */
  public record Least(List<String> items, List<String> missing, List<String> unused) {
    static final Least NOTHING = new Least(List.of(), List.of(), List.of());

    public Least {
      items = List.copyOf(items);
      missing = List.copyOf(missing);
      unused = List.copyOf(unused);
    }

    /** Ready to paste. */
    public String joined() {
      return String.join(";", items);
    }

    void write(RowWriter out) throws IOException {
      out.list(items);
      out.list(missing);
      out.list(unused);
    }

    static Least read(RowReader in) throws IOException {
      return new Least(in.list(), in.list(), in.list());
    }
  }

  /** Days until it ends; nothing without a day. */
  public boolean ends() {
    return !left.isEmpty();
  }

  /** Writes it as an array. */
  public void write(RowWriter out) throws IOException {
    out.begin();
    out.text(id);
    out.word(kind);
    out.word(owner);
    out.word(email);
    out.word(state);
    out.word(end);
    out.word(left);
    out.number(endpoints);
    out.number(failing);
    out.number(findings);
    permissions.write(out);
    workspaces.write(out);
    out.text(place);
    out.end();
  }

  static TokenRow read(RowReader in) throws IOException {
    return new TokenRow(
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.number(),
        in.number(),
        in.number(),
        Least.read(in),
        Least.read(in),
        in.text());
  }
}
