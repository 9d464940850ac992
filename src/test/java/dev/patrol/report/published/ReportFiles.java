package dev.patrol.report.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the {@code audit.json} of a made-up run, with as much as a test needs. */
public final class ReportFiles {
  private final List<String> owners = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final String run;
  private final String startedAt;
  private String flips = "";
  private String lang = "en";
  private String inventory = "team";

  /** A run that begins at a time such as {@code 2026-11-22T02:30:00+08:00}. */
  public ReportFiles(String run, String startedAt) {
    this.run = run;
    this.startedAt = startedAt;
  }

  public ReportFiles lang(String value) {
    lang = value;
    return this;
  }

  public ReportFiles inventory(String value) {
    inventory = value;
    return this;
  }

  public ReportFiles owner(String name, String email) {
    owners.add(
        "{\"name\":\"%s\",\"email\":\"%s\",\"page\":\"owners/%d.html\",\"csv\":\"owners/%d.csv\"}"
            .formatted(name, email, owners.size(), owners.size()));
    return this;
  }

  /** What nobody owns, and the contact for it. */
  public ReportFiles unowned(String name, String email) {
    owners.add(
        "{\"name\":\"%s\",\"email\":\"%s\",\"unowned\":true,\"page\":\"owners/unowned.html\"}"
            .formatted(name, email));
    return this;
  }

  /** A token with one endpoint of the same name. */
  public ReportFiles token(String id, String state, String verdict, String cause) {
    tokens.add(
        "{\"token\":\"%s\",\"owners\":[],\"state\":\"%s\",\"endpoints\":[{\"endpoint\":\"call-%s\",\"verdict\":\"%s\",\"cause\":\"%s\",\"alternatives\":[]}],\"findings\":[]}"
            .formatted(id, state, id, verdict, cause));
    return this;
  }

  public ReportFiles finding(String rule, String severity, String status, String token, int owner) {
    return finding(rule, severity, status, token, owner, "");
  }

  /** A finding of several owners, who should act first in front. */
  public ReportFiles finding(
      String rule, String severity, String status, String token, List<Integer> all) {
    findings.add(
        "{\"rule\":\"%s\",\"severity\":\"%s\",\"status\":\"%s\",\"token\":\"%s\",\"owners\":%s,\"evidence\":\"\"}"
            .formatted(rule, severity, status, token, all));
    return this;
  }

  /** A finding about the service, which no owner can do anything about. */
  public ReportFiles serviceFinding(String status, String token, int owner) {
    findings.add(
        "{\"rule\":\"no-answer\",\"guide\":\"service\",\"severity\":\"medium\",\"status\":\"%s\",\"token\":\"%s\",\"owners\":[%d],\"evidence\":\"\"}"
            .formatted(status, token, owner));
    return this;
  }

  /** A finding with an end such as {@code 2026-12-01T23:59:59+08:00}. */
  public ReportFiles finding(
      String rule, String severity, String status, String token, int owner, String due) {
    String end = due.isEmpty() ? "" : ",\"due\":\"" + due + "\"";
    findings.add(
        "{\"rule\":\"%s\",\"severity\":\"%s\",\"status\":\"%s\",\"token\":\"%s\",\"owners\":[%d],\"evidence\":\"seen of %s\",\"first_seen\":\"2026-11-20T02:30:00+08:00\"%s}"
            .formatted(rule, severity, status, token, owner, token, end));
    return this;
  }

  public ReportFiles flips(int flipped, int known) {
    flips = ",\"flips\":{\"flipped\":%d,\"known\":%d}".formatted(flipped, known);
    return this;
  }

  /** Writes it, with a page for each owner, and reads its beginning. */
  public PublishedRun in(Path reports) {
    try {
      Path folder = reports.resolve(run);
      Files.createDirectories(folder.resolve("owners"));
      for (int i = 0; i < owners.size(); i++) {
        Files.writeString(folder.resolve("owners").resolve(i + ".html"), "<p>page</p>", UTF_8);
        Files.writeString(folder.resolve("owners").resolve(i + ".csv"), "rule\n", UTF_8);
      }
      Files.writeString(folder.resolve("audit.json"), json(), UTF_8);
      return PublishedRun.open(reports, run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json() {
    return """
        {"schema":1,
        "run":{"id":"%s","started_at":"%s","zone":"Asia/Shanghai","version":"1","inventory":"%s",
        "offline":false,"lang":"%s"},
        "owners":[%s],
        "tokens":[%s],
        "findings":[%s],
        "rules":[
        {"rule":"lost","title":"Title of lost","remedy":"Make a new one."},
        {"rule":"ends","title":"Title of ends","remedy":"Renew it."}]%s}
        """
        .formatted(
            run,
            startedAt,
            inventory,
            lang,
            String.join(",\n", owners),
            String.join(",\n", tokens),
            String.join(",\n", findings),
            flips);
  }
}
