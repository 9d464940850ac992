package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An inventory whose every cell was written by somebody who wishes the reader ill. */
final class HostileInventory {
  static final String LONG = "n".repeat(10_000);

  /** Markup, formulas, paths, templates, and characters that turn or hide text. */
  static final List<String> VALUES =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "<!--<script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "<svg/onload=alert(1)>",
          "&lt;img src=x onerror=alert(1)&gt;",
          "javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "=cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "../../x",
          "..\\..\\x",
          "CON",
          "unowned",
          "index",
          "{{7*7}}",
          "${7*7}",
          "$unsafe{x}",
          "`$(touch x)`",
          "'; touch x; '",
          "[x](javascript:alert(1))",
          "right\u202Eto\u200Fleft",
          "line\u2028end",
          "__proto__",
          "%2e%2e%2fx",
          "#endpoint=x&finding=y",
          LONG);

  /** Names that come down to one file name. */
  static final List<String> ALIKE = List.of("Li Wei", "li wei", "Li/Wei", "Li?Wei", "Li_Wei");

  private HostileInventory() {}

  /** Writes the files into a new folder below the given one. */
  static Path write(Path parent) throws IOException {
    Path folder = Files.createDirectory(parent.resolve("inventory"));
    tokens(folder);
    workspaces(folder);
    endpoints(folder);
    waivers(folder);
    return folder;
  }

  private static void tokens(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "token,kind,owner,owner_email,account,environment,created_at,expires_at,permissions,"
                + "workspaces,status,<img src=x onerror=alert(1)>,note"));
    for (int i = 0; i < VALUES.size(); i++) {
      String value = VALUES.get(i);
      boolean mail = i % 2 == 1;
      rows.add(
          List.of(
              value,
              "pat",
              mail ? ALIKE.get(i % ALIKE.size()) : value,
              mail ? value.replace(' ', '+') + "@example.com" : "",
              value,
              value,
              "2026-11-01",
              i % 3 == 0 ? "2026-11-20" : "2026-11-2" + (4 + i % 6),
              value.replace(";", ","),
              value.replace(";", ","),
              "active",
              value,
              value));
    }
    for (String name : ALIKE) {
      rows.add(
          List.of(
              "of " + name,
              "pat",
              name,
              "",
              "a",
              "test",
              "",
              "2026-11-25",
              "",
              "",
              "active",
              "",
              ""));
    }
    rows.add(
        List.of(
            "nul\u0001l",
            "pat",
            "\u0007",
            "",
            "a",
            "b",
            "soon",
            "<b>soon</b>",
            "",
            "",
            "on",
            "",
            ""));
    print(folder.resolve("tokens.csv"), rows);
  }

  private static void workspaces(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("workspace,name,owner,owner_email,account,edition,kind,owner_since"));
    for (String value : VALUES) {
      rows.add(List.of(value, value, value, "", value, "team", "team", "2026-11-10"));
    }
    rows.add(List.of("75", "x", "javascript:alert(1)", "javascript:alert(1)", "", "<b>", "", ""));
    print(folder.resolve("workspaces.csv"), rows);
  }

  private static void endpoints(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "endpoint,token,workspace,application,method,url,authorization,body,content_type,note"));
    for (int i = 0; i < VALUES.size(); i++) {
      String value = VALUES.get(i);
      String url = i % 2 == 0 ? value : "https://api.coze.cn/v1/bots?workspace_id=" + value;
      rows.add(List.of(value, value, value, value, "GET", url, value, "", value, value));
      rows.add(
          List.of(
              "chat " + value,
              value,
              value,
              value,
              "POST",
              "https://api.coze.cn/v3/chat?conversation_id=" + value,
              "Bearer " + value,
              "{\"bot_id\":" + quoted(value) + "}",
              "",
              value));
    }
    rows.add(List.of("e", "nobody <b>", "", "", "GET", "https://api.coze.cn/", "", "", "", ""));
    print(folder.resolve("endpoints.csv"), rows);
  }

  private static void waivers(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("rule,token,endpoint,workspace,reason,who,until"));
    for (String value : VALUES) {
      rows.add(List.of("owner-missing", value, "", "", value, value, "2026-12-31"));
      rows.add(List.of("token-expiring", value, "*", "", value, value, "2026-11-24"));
      rows.add(List.of(value, value, value, value, value, value, value));
    }
    print(folder.resolve("waivers.csv"), rows);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void print(Path file, List<List<String>> rows) throws IOException {
    try (CSVPrinter printer =
        new CSVPrinter(Files.newBufferedWriter(file, UTF_8), CSVFormat.RFC4180)) {
      // The header stands in its lines as it is in the file.
      printer.printRecord((Object[]) String.join(",", rows.get(0)).split(",", -1));
      for (List<String> row : rows.subList(1, rows.size())) {
        printer.printRecord(row);
      }
    }
  }
}
