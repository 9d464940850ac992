package dev.patrol.inventory;

import dev.patrol.model.Place;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first reading of {@code endpoints.csv}: checks every row and notes where the good ones are.
 */
final class EndpointCheck implements CsvFile.Visitor {
  private final Roster<Token> tokens;
  private final Roster<Workspace> workspaces;
  private final BodyFiles files;
  private final int tokenAt;
  private final Set<String> incomplete = new HashSet<>();
  private final Fingerprints ids = new Fingerprints();
  private final EndpointIndex.Builder index = new EndpointIndex.Builder();

  /** Checks rows whose token stands in the given column, counted from 0. */
  EndpointCheck(Roster<Token> tokens, Roster<Workspace> workspaces, BodyFiles files, int tokenAt) {
    this.tokens = tokens;
    this.workspaces = workspaces;
    this.files = files;
    this.tokenAt = tokenAt;
  }

  @Override
  public void row(Row row, long offset, int length) {
    EndpointRow checked = EndpointRow.of(row, workspaces, files);
    if (checked == null) {
      incomplete(row.text("token"));
      return;
    }
    int token = tokens.ordinal(checked.token());
    if (token < 0) {
      row.refuse("token", checked.token(), tokens.absence(checked.token()));
      return;
    }
    int line = Math.toIntExact(row.place().line());
    int earlier = ids.claim(checked.id(), line);
    if (earlier > 0) {
      Place first = new Place(Sheet.ENDPOINTS.file(), earlier);
      row.refuse("endpoint", checked.id(), "expected a unique id, it stands at " + first + " too");
      incomplete(checked.token());
      return;
    }
    index.add(token, line, offset, length);
  }

  @Override
  public void damaged(Place place, List<String> soundCells) {
    incomplete(tokenAt < soundCells.size() ? Characters.trim(soundCells.get(tokenAt)) : null);
  }

  /** The tokens that a row was refused of, as far as such rows tell. */
  Set<String> incomplete() {
    return incomplete;
  }

  private void incomplete(@Nullable String token) {
    if (token != null) {
      incomplete.add(token);
    }
  }

  /** The endpoints that are good. */
  EndpointIndex index() {
    return index.build(tokens.entries().size());
  }
}
