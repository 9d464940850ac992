package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tokens with twenty endpoints each, of which every other one has something wrong. */
final class LargeInventory {
  static final int ENDPOINTS_EACH = 20;

  private static final int OWNERS = 40;
  private static final int WORKSPACES = 200;

  private LargeInventory() {}

  /** Writes the files into a new folder below the given one. */
  static Path write(Path parent, int endpoints) throws IOException {
    Path folder = Files.createDirectory(parent.resolve("inventory"));
    int tokens = endpoints / ENDPOINTS_EACH;
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("tokens.csv"), UTF_8)) {
      out.write(
          "token,kind,owner,owner_email,account,environment,created_at,expires_at,permissions,"
              + "workspaces,status\n");
      for (int i = 0; i < tokens; i++) {
        out.write(
            String.format(
                "token-%05d,%s,Owner %02d 王,owner-%02d@example.com,volcano_%d,%s,2026-11-01,%s,%s,"
                    + "%s;%s,active\n",
                i,
                i % 3 == 0 ? "pat" : "sat",
                i % OWNERS,
                i % OWNERS,
                2_100_000_001L + i % 7,
                i % 2 == 0 ? "production" : "test",
                i % 11 == 0 ? "2026-11-20" : "2026-11-" + (23 + i % 8),
                i % 5 == 0 ? "listBot" : "getMetadata;listBot;chat",
                workspace(i),
                workspace(i + 1)));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("workspaces.csv"), UTF_8)) {
      out.write("workspace,name,owner,owner_email,account,edition,kind\n");
      for (int i = 0; i < WORKSPACES; i++) {
        out.write(
            String.format(
                "%s,Workspace %d,Owner %02d 王,owner-%02d@example.com,volcano_%d,team,team\n",
                workspace(i), i, i % OWNERS, i % OWNERS, 2_100_000_001L + i % 7));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("endpoints.csv"), UTF_8)) {
      out.write("endpoint,token,workspace,application,method,url,authorization,body\n");
      for (int i = 0; i < tokens * ENDPOINTS_EACH; i++) {
        out.write(endpoint(i));
      }
    }
    return folder;
  }

  private static String endpoint(int i) {
    int token = i / ENDPOINTS_EACH;
    String workspace = workspace(token + i % 3);
    String start =
        String.format("endpoint-%06d,token-%05d,%s,app-%d,", i, token, workspace, i % 90);
    String bot = "75022000000000" + (10_000 + i % 80_000);
    return start
        + switch (i % 10) {
          case 1 -> "GET,https://api.coze.com/v1/bots/" + bot + ",,";
          case 3 -> "GET,https://api.coze.cn/v1/bots,,";
          case 5 -> "GET,https://api.coze.cn/v1/bots/" + bot + ",bearer {token},";
          case 7 -> "POST,https://api.coze.cn/v3/chat,,\"{\"\"bot_id\"\":\"\"" + bot + "\"\"}\"";
          case 9 -> "GET,https://api.coze.cn/v1/botz/" + bot + ",,";
          default -> "GET,https://api.coze.cn/v1/bots/" + bot + ",,";
        }
        + "\n";
  }

  private static String workspace(int i) {
    return "75011000000000" + (10_000 + i % WORKSPACES);
  }
}
