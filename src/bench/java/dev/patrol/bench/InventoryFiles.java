package dev.patrol.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * Writes inventories of any size that look like an enterprise's: most calls are as they should be,
 * some go to the other site, lack a parameter, or reach into a workspace that the token does not
 * have; the endpoints of a token stand apart from each other. Equal sizes give equal bytes.
 *
 * @param tokens how many
 * @param endpoints how many
 * @param owners how many owners share the tokens; each has a workspace
 */
record InventoryFiles(int tokens, int endpoints, int owners) {
  private static final long FIRST_WORKSPACE = 7_500_000_000_000_000_000L;
  private static final long FIRST_BOT = 7_510_000_000_000_000_000L;
  private static final int SEED = 5;

  /** As an enterprise has them: seven endpoints a token, ten tokens an owner. */
  static InventoryFiles ofEndpoints(int endpoints) {
    int tokens = Math.max(1, endpoints * 3 / 20);
    return new InventoryFiles(tokens, endpoints, Math.max(1, tokens / 10));
  }

  /**
   * Writes the three files.
   *
   * @param folder takes them, and is made when it is missing
   * @param secret what the column {@code secret} of a token's row says, by the row's number
   * @throws IOException when they cannot be written
   */
  void write(Path folder, LongFunction<String> secret) throws IOException {
    Files.createDirectories(folder);
    try (BufferedWriter file = file(folder, "workspaces.csv")) {
      file.write("workspace,name,owner,owner_email,account,edition,kind\n");
      for (int i = 0; i < workspaces(); i++) {
        int owner = i % owners;
        file.write(
            "%d,Space %d,Owner %d,owner%d@example.com,volcano_%d,enterprise,team\n"
                .formatted(FIRST_WORKSPACE + i, i, owner, owner, owner));
      }
    }
    try (BufferedWriter file = file(folder, "tokens.csv")) {
      writeTokens(file, secret);
    }
    try (BufferedWriter file = file(folder, "endpoints.csv")) {
      writeEndpoints(file);
    }
  }

  private int workspaces() {
    return Math.max(10, owners);
  }

  private void writeTokens(BufferedWriter file, LongFunction<String> secret) throws IOException {
    Random random = new Random(SEED);
    file.write(
        "token,kind,secret,owner,owner_email,account,environment,expires_at,permissions,"
            + "workspaces,status\n");
    for (int i = 0; i < tokens; i++) {
      int owner = random.nextInt(owners);
      file.write(
          "tok-%d,pat,%s,Owner %d,owner%d@example.com,volcano_%d,production,2026-12-%02d,"
                  .formatted(i, secret.apply(i), owner, owner, owner, 1 + random.nextInt(21))
              + "listBot;getMetadata;chat,%d,active\n"
                  .formatted(FIRST_WORKSPACE + i % workspaces()));
    }
  }

  private void writeEndpoints(BufferedWriter file) throws IOException {
    Random random = new Random(SEED);
    file.write("endpoint,token,workspace,application,method,url\n");
    int stride = stride();
    int id = 0;
    for (int i = 0; i < endpoints; i++) {
      id = (int) ((id + (long) stride) % endpoints);
      int token = id % tokens;
      int at = random.nextInt(10) < 8 ? token % workspaces() : random.nextInt(workspaces());
      long workspace = FIRST_WORKSPACE + at;
      file.write(
          "ep-%d,tok-%d,%d,app-%d,GET,%s\n"
              .formatted(id, token, workspace, id % 50, url(random, id, workspace)));
    }
  }

  private static String url(Random random, int id, long workspace) {
    int kind = random.nextInt(10);
    if (kind < 7) {
      return "https://api.coze.cn/v1/bots/" + (FIRST_BOT + id);
    }
    return kind < 9
        ? "https://api.coze.cn/v1/bots?workspace_id=" + workspace
        : "http://api.coze.com/v1/bot/{bot_id}";
  }

  /** A step that meets each endpoint once, in an order that no reader can rely on. */
  private int stride() {
    int stride = Math.max(1, (int) (endpoints * 0.618));
    while (gcd(stride, endpoints) != 1) {
      stride++;
    }
    return stride;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static BufferedWriter file(Path folder, String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
  }
}
