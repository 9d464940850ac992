package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Meaning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every answer that was documented or reported, with its own text. */
class RecordedAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AnswerMeanings CODES = AnswerCodes.standard();

  /** What each word in the column {@code cause} of the table of codes comes to. */
  private static final Map<String, Meaning> BY_CAUSE =
      Map.ofEntries(
          Map.entry("success", Meaning.ACCEPTED),
          Map.entry("token", Meaning.KEY_REFUSED),
          Map.entry("permission", Meaning.RIGHT_REFUSED),
          Map.entry("request", Meaning.WRONG_PARAMETER),
          Map.entry("not_found", Meaning.RESOURCE),
          Map.entry("publish", Meaning.RESOURCE),
          Map.entry("conflict", Meaning.RESOURCE),
          Map.entry("content", Meaning.RESOURCE),
          Map.entry("environment", Meaning.RESOURCE),
          Map.entry("quota", Meaning.QUOTA),
          Map.entry("rate_limit", Meaning.QUOTA),
          Map.entry("billing", Meaning.QUOTA),
          Map.entry("risk_control", Meaning.RISK_CONTROL),
          Map.entry("server", Meaning.SERVICE),
          Map.entry("oauth_client", Meaning.KEY_REFUSED),
          Map.entry("oauth_request", Meaning.WRONG_PARAMETER));

  /** Codes whose cause is too broad a word, by code or by code and HTTP status. */
  private static final Map<String, Meaning> BY_CODE =
      Map.ofEntries(
          Map.entry("4000 404", Meaning.WRONG_PATH),
          Map.entry("4102", Meaning.RISK_CONTROL),
          Map.entry("4012", Meaning.RESOURCE),
          Map.entry("4013", Meaning.SERVICE),
          Map.entry("401", Meaning.NOT_OFFERED),
          Map.entry("400", Meaning.WRONG_PARAMETER),
          Map.entry("500", Meaning.SERVICE),
          Map.entry("700012006 200", Meaning.KEY_REFUSED),
          Map.entry("100000003", Meaning.RESOURCE),
          Map.entry("110000001", Meaning.RIGHT_REFUSED),
          Map.entry("720701013", Meaning.RIGHT_REFUSED),
          Map.entry("103000001", Meaning.RESOURCE),
          Map.entry("105000001", Meaning.RIGHT_REFUSED),
          Map.entry("700000007", Meaning.RIGHT_REFUSED),
          Map.entry("6023", Meaning.RESOURCE),
          Map.entry("6031", Meaning.RESOURCE),
          Map.entry("6039", Meaning.RESOURCE),
          Map.entry("access_deny", Meaning.KEY_REFUSED),
          Map.entry("access_denied", Meaning.KEY_REFUSED),
          Map.entry("expired_token", Meaning.KEY_REFUSED),
          Map.entry("invalid_grant", Meaning.KEY_REFUSED),
          Map.entry("authorization_pending", Meaning.RESOURCE),
          Map.entry("slow_down", Meaning.QUOTA));

  private record Said(int status, @Nullable String code, @Nullable String msg) {}

  @TestFactory
  Stream<DynamicTest> documented_code_means_what_its_cause_says() {
    return rows("error-codes.csv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.cell("code") + " " + row.cell("message"),
                    () -> assertThat(meaning(row)).isEqualTo(expected(row))));
  }

  @TestFactory
  Stream<DynamicTest> recorded_answer_means_what_is_noted() {
    return noted().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Said said = said(entry.getKey());
                      assertThat(CODES.of(said.status(), said.code(), said.msg()).id())
                          .isEqualTo(entry.getValue());
                    }));
  }

  @Test
  void every_recorded_answer_is_noted() throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> paths = Files.list(resource("answers"))) {
      paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .forEach(name -> files.add(name.substring(0, name.length() - ".json".length())));
    }

    assertThat(noted().keySet()).isEqualTo(files).hasSizeGreaterThan(60);
  }

  private static Meaning meaning(Table.Row row) {
    String status = row.cell("http_status");
    return CODES.of(
        status.isEmpty() ? 200 : Integer.parseInt(status), row.cell("code"), row.cell("message"));
  }

  private static Meaning expected(Table.Row row) {
    if (row.cell("message").contains("missing session_key in cookie")) {
      return Meaning.NOT_OFFERED;
    }
    String code = row.cell("code");
    Meaning special = BY_CODE.get(code + " " + row.cell("http_status"));
    special = special == null ? BY_CODE.get(code) : special;
    Meaning general = BY_CAUSE.get(row.cell("cause"));
    if (special == null && general == null) {
      // The installations of coze-studio answer one code in several words; all refuse the key.
      return Meaning.KEY_REFUSED;
    }
    return special == null ? Objects.requireNonNull(general) : special;
  }

  private static Map<String, String> noted() {
    Map<String, String> noted = new TreeMap<>();
    rows("answers/meanings.csv").forEach(row -> noted.put(row.cell("answer"), row.cell("meaning")));
    return noted;
  }

  private static Said said(String name) throws IOException {
    JsonNode answer = JSON.readTree(Files.readString(resource("answers/" + name + ".json")));
    JsonNode body = answer.path("body");
    if (body.isTextual()) {
      body = event(body.textValue());
    }
    for (JsonNode place : List.of(body, body.path("data"), body.path("last_error"))) {
      for (String prefix : List.of("", "error_")) {
        if (place.has(prefix + "code")) {
          String words = place.path(prefix.isEmpty() ? "msg" : "error_message").asText();
          return new Said(
              answer.path("status").asInt(), place.path(prefix + "code").asText(), words);
        }
      }
    }
    return new Said(answer.path("status").asInt(), null, null);
  }

  private static JsonNode event(String stream) throws IOException {
    for (String line : stream.lines().toList()) {
      if (line.startsWith("data:")) {
        return JSON.readTree(line.substring("data:".length()));
      }
    }
    return JSON.missingNode();
  }

  private static List<Table.Row> rows(String name) {
    try {
      return Table.read(name, Files.readAllBytes(resource(name)), Set.of(), new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path resource(String name) {
    URL url = Objects.requireNonNull(RecordedAnswersTest.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
