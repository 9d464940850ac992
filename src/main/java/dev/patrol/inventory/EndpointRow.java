package dev.patrol.inventory;

import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Address;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Parameters;
import dev.patrol.model.Place;
import dev.patrol.model.ProbeMode;
import dev.patrol.model.Workspace;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code endpoints.csv}, checked but not yet held against the catalog.
 *
 * @param bodyUnknown whether there is a body that could not be read
 */
record EndpointRow(
    String id,
    String token,
    @Nullable String workspace,
    @Nullable String application,
    String method,
    String url,
    String authorization,
    @Nullable String body,
    boolean bodyUnknown,
    @Nullable String contentType,
    ProbeMode probe,
    Map<String, String> attributes,
    Place place) {

  /** Reads a row; null when it is refused. */
  static @Nullable EndpointRow of(Row row, Roster<Workspace> workspaces, BodyFiles files) {
    String id = row.required("endpoint");
    String token = row.required("token");
    String method = row.required("method");
    String url = row.url("url");
    row.reportNameless();
    if (row.refused()) {
      return null;
    }
    String authorization = row.raw("authorization");
    BodyFiles.Content body = body(row, files);
    boolean bodyUnknown = body.problem() != null;
    ProbeMode probe = row.choice("probe", ProbeMode.values(), ProbeMode::id);
    return new EndpointRow(
        id,
        token,
        workspace(row, workspaces),
        row.text("application"),
        method.toUpperCase(Locale.ROOT),
        url,
        authorization.isBlank() ? Endpoint.BEARER : authorization,
        bodyUnknown ? null : body.text(),
        bodyUnknown,
        row.word("content_type"),
        // Without its body the request that the application makes cannot be made.
        bodyUnknown ? ProbeMode.NEVER : probe == null ? ProbeMode.AUTO : probe,
        row.attributes(),
        row.place());
  }

  /** The endpoint with what the catalog knows about its request. */
  Endpoint endpoint(Catalog catalog) {
    RequestCheck check = catalog.check(method, Address.parse(url), body, contentType);
    return Endpoint.builder(id, token, method, url, place)
        .workspace(workspace == null ? check.workspace() : workspace)
        .application(application)
        .authorization(authorization)
        .body(body)
        .bodyUnknown(bodyUnknown)
        .contentType(contentType)
        .probe(probe)
        .operation(check.operation())
        .meant(check.meant())
        .wrongMethod(check.wrongMethod())
        .inPath(check.inPath())
        .inQuery(check.inQuery())
        .inBody(bodyUnknown ? Parameters.fine() : check.inBody())
        .bodyProblem(bodyUnknown ? null : check.bodyProblem())
        .attributes(attributes)
        .build();
  }

  private static @Nullable String workspace(Row row, Roster<Workspace> workspaces) {
    String id = row.word("workspace");
    if (id == null) {
      return null;
    }
    Workspace known = workspaces.find(id);
    if (known == null) {
      row.report("workspace", id, workspaces.absence(id));
      return id;
    }
    return known.id();
  }

  private static BodyFiles.Content body(Row row, BodyFiles files) {
    String cell = row.raw("body");
    if (cell.isBlank()) {
      return new BodyFiles.Content(null, null);
    }
    // JSON never begins with an at sign.
    boolean file = cell.startsWith("@");
    BodyFiles.Content content =
        file
            ? files.read(Characters.trim(cell.substring(1)))
            : new BodyFiles.Content(cell, Row.controlFault(cell, true));
    if (content.problem() != null) {
      row.report("body", cell, content.problem());
    }
    return content;
  }
}
