package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inventory full of secrets that have no known shape, none of which may come out again. */
class LeakTest {
  private static final String BOT = "/v1/bots/7502200000000000017";

  /** All made-up secrets of the inventory and of the command lines. */
  private static final List<String> SECRETS =
      IntStream.rangeClosed(1, 40).mapToObj(i -> String.format("Zx9Q%02dh", i)).toList();

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  LeakTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write_the_inventory() throws IOException {
    Files.writeString(folder.resolve("patrol.yaml"), "zone: Asia/Shanghai\n");
    Path inventory = Files.createDirectory(folder.resolve("inventory"));
    Files.writeString(inventory.resolve("secret.txt"), "pat_TESTONLY000000000001\n");
    Files.writeString(
        inventory.resolve("tokens.csv"),
        """
        token,kind,secret,workspaces,db password,note
        t1,pat,file:secret.txt,*,Zx9Q01h,https://a:Zx9Q02h@h/
        t2,pat,abc:Zx9Q03h,*,\u0001Zx9Q04h,
        t3,pat,Zx9Q05h,*,,
        """);
    Files.writeString(inventory.resolve("workspaces.csv"), "workspace\n");
    Files.writeString(
        inventory.resolve("endpoints.csv"),
        "endpoint,token,method,url,authorization,body,content_type,x_api_key\n"
            + urls()
            + headers()
            + bodies());
  }

  private static String urls() {
    StringBuilder rows = new StringBuilder();
    List<String> urls =
        List.of(
            "https://admin:Zx9Q06h@api.coze.cn" + BOT,
            "https://Zx9Q07h@api.coze.con" + BOT,
            "https://a:Zx9Q08h@www.coze.cn:8443" + BOT,
            "http://a:Zx9Q09h@coze.example.internal" + BOT,
            "https://a:Zx/9Q10h@api.coze.com" + BOT,
            "https://a:x?y/Zx9Q11h@api.coze.cn/v1/botz",
            "a:Zx9Q12h@api.coze.cn" + BOT,
            "https:/a:Zx9Q13h@api.coze.cn" + BOT,
            "https://a:Zx9Q14h%40api.coze.cn" + BOT,
            "wss://a:Zx9Q15h@ws.coze.cn/v1/chat?bot_id=1",
            "https://a:Zx9Q16h@api.coze.cn\u0001" + BOT,
            "https://api.coze.cn\u0001" + BOT + "?access_token=Zx9Q17h",
            "https://api.coze.cn" + BOT + "?client_secret=Zx9Q18h&x=1",
            "https://api.coze.cn" + BOT + "?sign=Zx9Q19h",
            "api.coze.cn" + BOT + "?passwd=a;Zx9Q20h#Zx9Q21h");
    for (int i = 0; i < urls.size(); i++) {
      rows.append(String.format("u%d,t1,GET,%s,,,,%n", i, urls.get(i)));
    }
    return rows.toString();
  }

  private static String headers() {
    StringBuilder rows = new StringBuilder();
    List<String> headers =
        List.of(
            "Basic dTpw:Zx9Q22h!Cd2@Ef3",
            "Bearer p@ss#Zx9Q23h!x9$kk",
            "bearer <Zx9Q24h>",
            "BearerZx9Q25h",
            "Token {Zx9Q26h}",
            "Authorization: Bearer 'Zx9Q27h'",
            "Bearer {token} Zx9Q28h",
            "Bearer\u3000${Zx9Q29h}");
    for (int i = 0; i < headers.size(); i++) {
      rows.append(
          String.format("h%d,t2,GET,https://api.coze.cn%s,%s,,,%n", i, BOT, headers.get(i)));
    }
    return rows.toString();
  }

  private static String bodies() {
    return """
        b1,t1,POST,https://api.coze.cn/v3/chat,,"{""password"":""Zx9Q30h""}",Zx9Q31h,Zx9Q32h
        b2,t1,POST,https://api.coze.cn/v3/chat,,"{""a\u0001"":""Zx9Q33h""}",text/plain;a=Zx9Q34h,\u0001Zx9Q35h
        b3,t1,POST,https://api.coze.cn/v1/files/upload,,,text/x Zx9Q36h,
        b4,t1,POST,https://api.coze.cn/v3/chat,,{Zx9Q37h,a\u0001b;Zx9Q38h,
        """;
  }

  private int patrol(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--config", folder.resolve("patrol.yaml").toString()));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  private static String unpacked(Path file) throws IOException {
    try (var bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }

  private void nothing_leaked(Map<String, String> files) {
    files.put("standard output", out.toString());
    files.put("standard error", err.toString());
    files.forEach(
        (name, text) -> {
          for (String secret : SECRETS) {
            assertThat(text).as(name).doesNotContain(secret);
          }
          assertThat(text).as(name).doesNotContain("9Q10h").doesNotContain("dTpw");
        });
  }

  @Test
  void an_audit_shows_no_secret() throws IOException {
    assertThat(patrol("audit", "--offline", "--rules", "rules")).as(err.toString()).isZero();
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("reports"))) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        // The database of earlier runs is no text.
        boolean database = file.toString().endsWith(".db");
        boolean packed = file.toString().endsWith(".gz");
        files.put(
            file.getFileName().toString(),
            packed ? unpacked(file) : Files.readString(file, database ? ISO_8859_1 : UTF_8));
      }
    }
    assertThat(files).containsKeys("store.mv.db", "facts.jsonl.gz");
    assertThat(files.get("findings.csv")).contains("url-with-user", "url-incomplete", "header-");
    assertThat(files.get("inventory-issues.csv")).contains("[REDACTED]@api.coze.cn");
    nothing_leaked(files);
  }

  @Test
  void the_inventory_check_shows_no_secret() {
    assertThat(patrol("inventory", "check")).isEqualTo(ExitCode.FINDINGS.number());
    assertThat(out.toString()).contains("endpoints.csv:12: url: expected no control character");
    nothing_leaked(new LinkedHashMap<>());
  }

  @Test
  void a_dry_run_shows_no_secret_and_sends_nothing_to_a_user() {
    assertThat(patrol("audit", "--dry-run", "--rules", "rules")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("client_secret=[REDACTED]&x=1").doesNotContain("]@");
    nothing_leaked(new LinkedHashMap<>());
  }

  @Test
  void a_missing_secret_is_told_without_its_reference() throws IOException {
    Path inventory = folder.resolve("inventory");
    Files.writeString(inventory.resolve("tokens.csv"), "token,kind,secret\nt2,pat,abc:Zx9Q03h\n");
    Files.writeString(inventory.resolve("endpoints.csv"), "endpoint,token,method,url\n");
    assertThat(patrol("audit", "--rules", "rules", "--run", "r")).as(err.toString()).isZero();
    String findings = Files.readString(folder.resolve("reports/r/findings.csv"));
    assertThat(findings).contains("no source named 'abc' is configured");
    nothing_leaked(new LinkedHashMap<>(Map.of("findings.csv", findings)));
  }

  @Test
  void a_wrong_route_is_echoed_without_its_password() {
    assertThat(patrol("audit", "--route", "api.coze.cn=https://a:Zx9Q39h@10.0.0.8"))
        .isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(patrol("audit", "--route", "https://a:Zx9Q40h@10.0.0.8"))
        .isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(patrol("audit", "--route=a:Zx9Q40h@h=https://10.0.0.8"))
        .isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("[REDACTED]@10.0.0.8").contains("[REDACTED]@h");
    nothing_leaked(new LinkedHashMap<>());
  }
}
