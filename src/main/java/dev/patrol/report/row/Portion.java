package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/**
 * What a page shows of one judgement, or of what spans judgements.
 *
 * @param tokens the token, or nothing
 * @param endpoints its endpoints
 * @param walks the walk of each of them
 * @param findings what the rules found
 * @param whys why, of each of them
 * @param todos what that asks for
 */
public record Portion(
    List<TokenRow> tokens,
    List<EndpointRow> endpoints,
    List<WalkRow> walks,
    List<FindingRow> findings,
    List<WhyRow> whys,
    List<TodoRow> todos) {
  public Portion {
    tokens = List.copyOf(tokens);
    endpoints = List.copyOf(endpoints);
    walks = List.copyOf(walks);
    findings = List.copyOf(findings);
    whys = List.copyOf(whys);
    todos = List.copyOf(todos);
    if (walks.size() != endpoints.size()) {
      throw new IllegalArgumentException("every endpoint has its walk");
    }
    if (whys.size() != findings.size()) {
      throw new IllegalArgumentException("every finding has its why");
    }
  }

  /** Writes it as an array of arrays of rows. */
  public void write(RowWriter out) throws IOException {
    out.begin();
    out.begin();
    for (TokenRow row : tokens) {
      row.write(out);
    }
    out.end();
    out.begin();
    for (EndpointRow row : endpoints) {
      row.write(out);
    }
    out.end();
    out.begin();
    for (WalkRow row : walks) {
      row.write(out);
    }
    out.end();
    out.begin();
    for (FindingRow row : findings) {
      row.write(out);
    }
    out.end();
    out.begin();
    for (WhyRow row : whys) {
      row.write(out);
    }
    out.end();
    out.begin();
    for (TodoRow row : todos) {
      row.write(out);
    }
    out.end();
    out.end();
  }

  /** Reads what {@link #write} wrote. */
  public static Portion read(RowReader in) throws IOException {
    in.begin();
    Portion portion =
        new Portion(
            in.rows(TokenRow::read),
            in.rows(EndpointRow::read),
            in.rows(WalkRow::read),
            in.rows(FindingRow::read),
            in.rows(WhyRow::read),
            in.rows(TodoRow::read));
    in.end();
    return portion;
  }
}
