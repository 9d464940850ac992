package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.catalog.AnswerCodes;
import dev.patrol.catalog.Catalog;
import dev.patrol.model.Address;
import dev.patrol.model.Cause;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample inventory, its world and the causes it is meant to show fit together. */
final class SampleInventoryTest {
  private static final Path FOLDER = Path.of("inventory");
  private static final Path EXPECTED = Path.of("src/test/resources/sample/expected-causes.csv");
  private static final Map<Cause, Set<Meaning>> MEANINGS =
      Map.ofEntries(
          Map.entry(Cause.NONE, Set.of(Meaning.ACCEPTED)),
          Map.entry(Cause.KEY_OAUTH, Set.of(Meaning.KEY_REFUSED)),
          Map.entry(Cause.KEY_VALIDITY, Set.of(Meaning.KEY_REFUSED, Meaning.RIGHT_REFUSED)),
          Map.entry(Cause.KEY_PERMISSION, Set.of(Meaning.RIGHT_REFUSED)),
          Map.entry(Cause.KEY_WORKSPACE, Set.of(Meaning.RIGHT_REFUSED)),
          Map.entry(Cause.URL_PATH, Set.of(Meaning.WRONG_PATH, Meaning.WRONG_PARAMETER)),
          Map.entry(Cause.URL_QUERY, Set.of(Meaning.WRONG_PARAMETER)),
          Map.entry(Cause.HEADER, Set.of(Meaning.KEY_REFUSED)),
          Map.entry(Cause.FIELDS, Set.of(Meaning.WRONG_PARAMETER)),
          Map.entry(Cause.ESCALATE, Set.of(Meaning.KEY_REFUSED)),
          Map.entry(Cause.RESOURCE, Set.of(Meaning.RESOURCE)),
          Map.entry(Cause.QUOTA, Set.of(Meaning.QUOTA)),
          Map.entry(Cause.RISK_CONTROL, Set.of(Meaning.RISK_CONTROL)),
          Map.entry(Cause.SERVICE, Set.of(Meaning.SERVICE)));

  private static final Map<String, CSVRecord> TOKENS = new LinkedHashMap<>();
  private static final Map<String, CSVRecord> ENDPOINTS = new LinkedHashMap<>();
  private static final Map<String, Cause> CAUSES = new TreeMap<>();
  private static final Catalog CATALOG = Catalog.standard();
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    for (CSVRecord row : rows(FOLDER.resolve("tokens.csv"))) {
      if (row.isConsistent()) {
        TOKENS.putIfAbsent(row.get("token"), row);
      }
    }
    for (CSVRecord row : rows(FOLDER.resolve("endpoints.csv"))) {
      if (row.isConsistent() && TOKENS.containsKey(row.get("token"))) {
        ENDPOINTS.putIfAbsent(row.get("endpoint"), row);
      }
    }
    for (CSVRecord row : rows(EXPECTED)) {
      CAUSES.put(row.get("endpoint"), Cause.of(row.get("cause")).orElseThrow());
    }
    client = new Client(World.read(FOLDER.resolve("sandbox.yaml")));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @Test
  void every_endpoint_has_an_intended_cause_and_every_cause_occurs() {
    assertThat(CAUSES.keySet()).isEqualTo(new TreeSet<>(ENDPOINTS.keySet()));
    assertThat(CAUSES.values()).contains(Cause.values());
  }

  @Test
  void every_secret_is_there_and_known_to_the_world() throws IOException {
    Map<String, TokenTruth> byDigest = new TreeMap<>();
    World.read(FOLDER.resolve("sandbox.yaml"))
        .tokens()
        .forEach(token -> byDigest.put(token.digest(), token));
    for (CSVRecord row : TOKENS.values()) {
      String value = value(row);
      if (value != null) {
        TokenTruth truth = byDigest.get(Digests.hex(value.getBytes(UTF_8)));
        assertThat(truth)
            .as(row.get("token"))
            .isNotNull()
            .extracting(TokenTruth::kind, TokenTruth::host, TokenTruth::account)
            .containsExactly(
                TokenKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                site(row).apiHost(),
                row.get("account"));
      }
    }
  }

  @Test
  void the_world_answers_as_the_intended_causes_want_it() throws IOException {
    Map<String, Meaning> wrong = new TreeMap<>();
    int asked = 0;
    for (CSVRecord row : ENDPOINTS.values()) {
      if (isSendable(row)) {
        Client.Shown shown = client.ask(request(row));
        Meaning meaning = meaning(shown);
        asked++;
        if (!meanings(row).contains(meaning)) {
          wrong.put(row.get("endpoint"), meaning);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(50);
  }

  private static Set<Meaning> meanings(CSVRecord row) {
    Cause cause = CAUSES.getOrDefault(row.get("endpoint"), Cause.NONE);
    return MEANINGS.getOrDefault(cause, Set.of());
  }

  private static Meaning meaning(Client.Shown shown) {
    boolean json = shown.body().startsWith("{");
    return AnswerCodes.standard()
        .of(shown.status(), json ? shown.code() : null, json ? shown.msg() : null);
  }

  private static boolean isSendable(CSVRecord row) throws IOException {
    CSVRecord token = token(row);
    Address address = Address.parse(row.get("url"));
    Operation operation =
        CATALOG.check(row.get("method"), address, body(row), row.get("content_type")).operation();
    boolean harmless = operation == null || operation.sideEffect() == SideEffect.NONE;
    boolean typeable = row.get("authorization").chars().allMatch(c -> c >= ' ' && c < 0x7f);
    boolean plain = row.get("url").chars().noneMatch(c -> c == '{' || c == '}');
    return value(token) != null
        && address.scheme().equals("https")
        && address.host().equals(site(token).apiHost())
        && harmless
        && typeable
        && plain;
  }

  private static Request request(CSVRecord row) throws IOException {
    Address address = Address.parse(row.get("url"));
    String target =
        row.get("url").substring(row.get("url").indexOf(address.host()) + address.host().length());
    String header =
        row.get("authorization").isEmpty() ? "Bearer {token}" : row.get("authorization");
    String body = body(row);
    String type = row.get("content_type").isEmpty() ? "application/json" : row.get("content_type");
    return new Request.Builder()
        .url(client.sandbox().uri() + target)
        .header("Host", address.host())
        .header("Authorization", header.replace("{token}", String.valueOf(value(token(row)))))
        .method(
            row.get("method"), body == null ? null : RequestBody.create(body, MediaType.get(type)))
        .build();
  }

  private static @Nullable String body(CSVRecord row) throws IOException {
    String cell = row.get("body");
    if (cell.startsWith("@")) {
      return Files.readString(FOLDER.resolve(cell.substring(1)), UTF_8);
    }
    return cell.isEmpty() ? null : cell;
  }

  private static @Nullable String value(CSVRecord token) throws IOException {
    String secret = token.get("secret");
    return secret.startsWith("file:")
        ? Files.readString(FOLDER.resolve(secret.substring("file:".length())), UTF_8).strip()
        : null;
  }

  private static CSVRecord token(CSVRecord endpoint) {
    return Objects.requireNonNull(TOKENS.get(endpoint.get("token")));
  }

  private static Site site(CSVRecord token) {
    return token.get("site").equals("com") ? Site.COM : Site.CN;
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, UTF_8, format)) {
      return parser.getRecords();
    }
  }
}
