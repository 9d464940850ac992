package dev.patrol.inventory;

import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Place;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The dossiers of all tokens in the order of {@code tokens.csv}, each built when it is asked for.
 *
 * <p>One stream is for one thread; an inventory gives as many as are wanted.
 */
public final class DossierStream implements Iterator<Dossier>, AutoCloseable {
  private final Inventory inventory;
  private final RowSlices slices;
  private final BodyFiles files;
  private final CellParser parser = new CellParser();
  private int next;
  private final int end;

  DossierStream(Inventory inventory, int first, int end) throws IOException {
    this.inventory = inventory;
    this.next = first;
    this.end = end;
    this.files = new BodyFiles(inventory.folder());
    this.slices = new RowSlices(inventory.endpointFile());
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  /**
   * The next token's dossier.
   *
   * @throws dev.patrol.problem.ProblemsException when {@code endpoints.csv} was changed since the
   *     inventory was opened
   */
  @Override
  public Dossier next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all dossiers were given out");
    }
    int token = next++;
    List<Endpoint> endpoints = endpoints(token);
    inventory.endpointFile().snapshot().verify();
    return new Dossier(
        inventory.tokens().get(token),
        endpoints,
        workspaces(inventory.tokens().get(token), endpoints));
  }

  @Override
  public void close() {
    try {
      slices.close();
    } catch (IOException e) {
      throw CsvFile.unreadable(inventory.endpointFile().path(), e);
    }
  }

  private List<Endpoint> endpoints(int token) {
    EndpointIndex index = inventory.index();
    List<Endpoint> endpoints = new ArrayList<>(index.first(token + 1) - index.first(token));
    // What is wrong with the rows was noted when the inventory was opened.
    Issues known = new Issues();
    for (int i = index.first(token); i < index.first(token + 1); i++) {
      endpoints.add(endpoint(i, known));
    }
    return endpoints;
  }

  private Endpoint endpoint(int i, Issues issues) {
    CsvFile file = inventory.endpointFile();
    EndpointIndex index = inventory.index();
    try {
      String text = slices.text(index.offset(i), index.length(i));
      Place place = new Place(Sheet.ENDPOINTS.file(), index.line(i));
      Row row = new Row(file.header(), parser.parse(text), place, issues);
      EndpointRow checked = EndpointRow.of(row, inventory.workspaceRoster(), files);
      if (checked == null) {
        throw file.snapshot().changedMeanwhile();
      }
      return checked.endpoint(inventory.catalog());
    } catch (IOException e) {
      throw CsvFile.unreadable(file.path(), e);
    }
  }

  private List<Workspace> workspaces(Token token, List<Endpoint> endpoints) {
    Map<String, Workspace> touched = new TreeMap<>();
    for (Endpoint endpoint : endpoints) {
      if (endpoint.workspace() != null) {
        touch(endpoint.workspace(), touched);
      }
    }
    token.workspaces().items().forEach(id -> touch(id, touched));
    addOneOfAccount(token.account(), touched);
    return List.copyOf(touched.values());
  }

  /** One workspace of the token's own account tells the account's edition. */
  private void addOneOfAccount(@Nullable String account, Map<String, Workspace> touched) {
    if (account != null
        && touched.values().stream().noneMatch(workspace -> account.equals(workspace.account()))) {
      inventory.workspacesOf(account).stream()
          .filter(workspace -> workspace.edition() != null)
          .findFirst()
          .ifPresent(workspace -> touched.put(workspace.id(), workspace));
    }
  }

  private void touch(String id, Map<String, Workspace> touched) {
    Workspace known = inventory.workspaceRoster().find(id);
    if (known != null) {
      touched.put(id, known);
    }
  }
}
