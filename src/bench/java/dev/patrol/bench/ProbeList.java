package dev.patrol.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.audit.AskingAlone;
import dev.patrol.audit.Auditor;
import dev.patrol.bench.Nginx.Protocol;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An inventory and the list of requests that Patrol plans for it, for all who are to send them.
 *
 * @param folder takes the files
 * @param requests by the number of the token and the path with query
 */
record ProbeList(Path folder, List<Request> requests) {
  private static final String SETTINGS =
      """
      inventory: {folder: %s}
      reports: {folder: %s}
      rules: {folder: %s}
      routes: {api.coze.cn: "%s"}
      probe: {concurrency: %d, rate-per-account: 1000, cap-per-run: 10000000}
      """;

  /** One request: with which token, and where to. */
  record Request(int token, String target) {}

  ProbeList {
    requests = List.copyOf(requests);
  }

  /**
   * Writes an inventory and plans it.
   *
   * @throws IOException when it cannot be written
   */
  static ProbeList of(Workshop workshop, Path folder, int endpoints) throws IOException {
    InventoryFiles.ofEndpoints(endpoints)
        .write(folder.resolve("inventory"), number -> "env:BENCH_" + number);
    return planned(workshop, folder);
  }

  /** The plan for the inventory that is in the folder. */
  static ProbeList planned(Workshop workshop, Path folder) throws IOException {
    Path settings = settings(workshop, folder, URI.create("http://127.0.0.1:1"), 1);
    List<Request> requests = new ArrayList<>();
    Auditor.prepare(AskingAlone.request(settings))
        .plan(
            plan -> {
              String id = plan.dossier().token().id();
              int number = Integer.parseInt(id.substring("tok-".length()));
              plan.requests()
                  .forEach(request -> requests.add(new Request(number, target(request.url()))));
            });
    return new ProbeList(folder, requests);
  }

  /** Settings with which Patrol asks so many at once from an origin. */
  static Path settings(Workshop workshop, Path folder, URI origin, int concurrency)
      throws IOException {
    Path file = folder.resolve("patrol-" + origin.getPort() + "-" + concurrency + ".yaml");
    return Files.writeString(
        file,
        SETTINGS.formatted(
            folder.resolve("inventory"),
            folder.resolve("reports"),
            workshop.home().resolve("rules"),
            origin,
            concurrency),
        UTF_8);
  }

  /** A list for curl: each request with its header; the answers are not kept. */
  Path curlList(URI origin, Protocol protocol, Path certificate) throws IOException {
    StringBuilder text = new StringBuilder("no-progress-meter\n");
    String between = "";
    for (Request request : requests) {
      text.append(between);
      if (protocol == Protocol.HTTP_2) {
        text.append("http2\ncacert = \"").append(certificate).append("\"\n");
      }
      text.append("url = \"").append(origin).append(request.target()).append("\"\n");
      text.append("header = \"Authorization: Bearer ");
      text.append(AskingAlone.token(request.token())).append("\"\n");
      text.append("output = /dev/null\nwrite-out = \"%{http_code}\\n\"\n");
      between = "next\n";
    }
    return Files.writeString(folder.resolve("curl-" + origin.getPort()), text, UTF_8);
  }

  /** A program for wrk that walks through the list, each request with its header. */
  Path wrkProgram() throws IOException {
    StringBuilder text = new StringBuilder("local requests = {}\n");
    text.append("function add(target, token)\n  requests[#requests + 1] = wrk.format(\"GET\", ");
    text.append("target, {[\"Authorization\"] = \"Bearer \" .. token})\nend\n");
    text.append("local at = 0\nfunction request()\n  at = at % #requests + 1\n");
    text.append("  return requests[at]\nend\nfunction init()\n  dofile(\"wrk-list.lua\")\nend\n");
    StringBuilder list = new StringBuilder();
    for (Request request : requests) {
      list.append("add(\"").append(request.target()).append("\", \"");
      list.append(AskingAlone.token(request.token())).append("\")\n");
    }
    Files.writeString(folder.resolve("wrk-list.lua"), list, UTF_8);
    return Files.writeString(folder.resolve("wrk.lua"), text, UTF_8);
  }

  /** A list for h2load, which knows one header for all. */
  Path h2loadList(URI origin) throws IOException {
    StringBuilder text = new StringBuilder();
    requests.forEach(request -> text.append(origin).append(request.target()).append('\n'));
    return Files.writeString(folder.resolve("h2load-" + origin.getPort()), text, UTF_8);
  }

  private static String target(String url) {
    URI parsed = URI.create(url);
    String query = parsed.getRawQuery();
    return parsed.getRawPath() + (query == null ? "" : "?" + query);
  }
}
