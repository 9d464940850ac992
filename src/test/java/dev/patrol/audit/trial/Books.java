package dev.patrol.audit.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Scope;
import dev.patrol.sandbox.TokenTruth;
import dev.patrol.sandbox.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes tokens down twice: as the inventory declares them, and as the world knows them. */
final class Books {
  private Books() {}

  static void write(List<TrialToken> tokens, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (CSVPrinter csv =
        printer(
            folder.resolve("tokens.csv"),
            "token,kind,secret,owner,owner_email,account,environment,created_at,expires_at,"
                + "permissions,workspaces,status,site,grant,app_status,refresh_expires_at")) {
      for (TrialToken token : tokens) {
        write(token, csv);
      }
    }
    try (CSVPrinter csv =
        printer(
            folder.resolve("workspaces.csv"),
            "workspace,name,owner,owner_email,account,edition,kind,owner_since")) {
      csv.printRecord(Declared.SPARE_WORKSPACE, "spare", "Nobody", "n@example.com", "", "", "", "");
      for (TrialToken token : tokens) {
        for (TrialWorkspace place : token.places) {
          csv.printRecord(
              place.id,
              "workspace of " + token.id,
              place.owner,
              mail(place.owner),
              place.account,
              place.edition,
              "team",
              date(place.ownerSince));
        }
      }
    }
    try (CSVPrinter csv =
        printer(
            folder.resolve("endpoints.csv"),
            "endpoint,token,workspace,application,method,url,authorization,body,probe,"
                + "content_type")) {
      for (TrialToken token : tokens) {
        for (TrialCall call : token.calls) {
          csv.printRecord(
              call.id,
              token.id,
              call.workspaceCell,
              "trial",
              call.method,
              call.url(),
              call.authorization,
              call.body(),
              call.probe,
              call.contentType);
        }
      }
    }
  }

  static World world(List<TrialToken> tokens) {
    World.Builder world = World.builder();
    for (TrialToken token : tokens) {
      world.token(
          TokenTruth.builder(token.id, token.value)
              .site(token.site)
              .kind(token.kind)
              .alive(token.alive)
              .permissions(Scope.of(token.points))
              .workspaces(Scope.of(token.covered))
              .refusedWorkspaces(token.handedOver)
              .account(token.account));
      for (TrialCall call : token.calls) {
        if (call.resource != null) {
          world.resource(call.resource, call.place.id);
        }
      }
      token.missing.forEach(world::missing);
      token.oddities.forEach(world::oddity);
    }
    return world.build();
  }

  private static void write(TrialToken token, CSVPrinter csv) throws IOException {
    Declared declared = token.declared;
    csv.printRecord(
        token.id,
        token.kind.id(),
        token.hasSecret ? "env:" + variable(token) : "",
        declared.owner,
        mail(declared.owner),
        token.account,
        "staging",
        date(declared.created),
        declared.neverExpires ? "never" : date(declared.expires),
        list(declared.points),
        declared.everyWorkspace ? "*" : list(declared.workspaces),
        declared.status,
        token.site.id(),
        declared.grant,
        declared.appStatus,
        date(declared.refreshExpires));
  }

  /** The environment variable that holds the token's value. */
  static String variable(TrialToken token) {
    return "TRIAL_" + token.seed;
  }

  private static CSVPrinter printer(Path file, String columns) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(columns.split(",")).get();
    return new CSVPrinter(Files.newBufferedWriter(file, UTF_8), format);
  }

  private static String mail(String owner) {
    return owner.isEmpty()
        ? ""
        : owner.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com";
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static String list(@Nullable Set<String> items) {
    return items == null ? "" : items.stream().collect(Collectors.joining(";"));
  }
}
