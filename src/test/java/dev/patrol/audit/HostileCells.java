package dev.patrol.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An inventory in whose cells secrets stand wherever somebody could have pasted one. */
final class HostileCells {
  private static final String PASTED = "pat_TESTONLY000000000001";
  private static final String BOT = "https://api.coze.cn/v1/bots/7502200000000000017";

  private static final List<String> HEADERS =
      List.of(
          "",
          "Bearer {token}",
          "Bearer " + PASTED,
          "Bearer  " + PASTED + " ",
          "bearer" + PASTED,
          "Bearer Bearer " + PASTED,
          "Authorization: Bearer '" + PASTED + "'",
          "Bearer pat_xxx " + PASTED,
          "Bearer <your token>",
          "Bearer your_api_key",
          "Bearer $COZE_TOKEN",
          "Bearer ${COZE_TOKEN}",
          "Bearer pat_****",
          "Bearer abcDEF123456",
          "Basic dXNlcjpwYXNz",
          "Token {token}",
          "Bearer\u3000{token}",
          "Bearer {token}\n",
          "Bearer\t{token},",
          "{token}",
          "Bearer my-token-9A8B7C",
          "Bearer \u4f60\u7684\u4ee4\u724c",
          "Bearer: secretTodo99",
          "Bearer {{token}}");

  private static final List<String> URLS =
      List.of(
          BOT + "?authorization=" + PASTED,
          BOT + "?access_token=abc9",
          BOT + "?x=" + PASTED,
          BOT + "?x=%70at_TESTONLY000000000001",
          BOT + "?" + PASTED + "=1",
          BOT + "?token={token}",
          BOT + "?client_secret=a&b=2;c=" + PASTED,
          "https://api.coze.cn/v1/bots/" + PASTED,
          "https://u:" + PASTED + "@api.coze.cn/v1/bots/1",
          "https://" + PASTED + "/v1/bots/1",
          "http://u:p@api.coze.con/v1/botz?sign=9",
          "wss://ws.coze.cn/v1/chat?bot_id=1&authorization=" + PASTED,
          "api.coze.cn/v1/bots/{bot_id}");

  private static final List<String> BODIES =
      List.of(
          "{\"bot_id\":\"1\",\"user_id\":\"" + PASTED + "\"}",
          "{\"password\":\"" + PASTED + "\",\"bot_id\":\"x\"}",
          "{\"bot_id\":\"{bot_id}\"",
          "password=" + PASTED,
          "[\"" + PASTED + "\"]",
          "{}");

  private HostileCells() {}

  /** Writes the files into a new folder. */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("tokens.csv"),
        """
        token,kind,secret,owner,environment,permissions,workspaces,expires_at,api_key,note
        t1,pat,pat_TESTONLY000000000002,Li Wei,production,getMetadata;chat,w1,2026-11-25,Zx9,plain
        pat_build_server1,sat,env:NAME,pat_TESTONLY000000000003,prod,getMetadata,*,,,pat_TESTONLY4000000
        pat_TESTONLY000000000005,sat,,,,,,never,,
        pat_TESTONLY000000000006,sat,,,,,,,,
        """);
    Files.writeString(
        folder.resolve("workspaces.csv"),
        "workspace,owner,edition,account\nw1,pat_TESTONLY000000000007,team,a\nw2,,,\n");
    Files.writeString(
        folder.resolve("waivers.csv"),
        "rule,token,reason,who,until\npat-in-production,t*,pat_TESTONLY000000000008,Li,2026-12-31\n");
    try (CSVPrinter rows =
        new CSVPrinter(
            Files.newBufferedWriter(folder.resolve("endpoints.csv")), CSVFormat.RFC4180)) {
      rows.printRecord("endpoint", "token", "workspace", "method", "url", "authorization", "body");
      int row = 0;
      for (String header : HEADERS) {
        rows.printRecord("e" + row++, "t1", "w1", "GET", BOT, header, "");
      }
      for (String url : URLS) {
        String token = row % 2 == 0 ? "pat_build_server1" : "t1";
        String method = url.startsWith("wss") ? "WS" : "GET";
        rows.printRecord("pat_endpoint" + row++, token, "", method, url, "", "");
      }
      for (String body : BODIES) {
        rows.printRecord("e" + row++, "t1", "w1", "POST", "https://api.coze.cn/v3/chat", "", body);
      }
      rows.printRecord("last", "pat_TESTONLY000000000005", "", "GET", BOT, "", "");
      rows.printRecord("very last", "pat_TESTONLY000000000006", "", "GET", BOT, "", "");
    }
    return folder;
  }
}
