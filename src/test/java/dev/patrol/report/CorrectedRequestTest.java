package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.inventory.DossierStream;
import dev.patrol.inventory.Inventory;
import dev.patrol.inventory.InventoryOptions;
import dev.patrol.model.Address;
import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Operation;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.Redaction;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Site;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.Verdict;
import dev.patrol.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrects requests that the shipped rules judged, and has the result judged by them again. */
class CorrectedRequestTest {
  private static final Today TODAY = new Today(Sample.NOW, Sample.ZONE);
  private static final String STUDIO = "coze.example.internal:8888";
  private static final Policy POLICY = policy(Set.of(STUDIO));
  private static final Set<Cause> OF_THE_REQUEST =
      Set.of(Cause.URL_HOST, Cause.URL_PATH, Cause.URL_QUERY, Cause.HEADER, Cause.FIELDS);

  /** What no correction mends: placeholders, and what works all the same. */
  private static final Set<String> LEFT =
      Set.of("path-unfilled", "query-unfilled", "field-unfilled", "operation-deprecated");

  private static final Catalog CATALOG = Catalog.standard();

  private static RuleBook rules;
  private static final Map<String, Judgement> BY_ENDPOINT = new TreeMap<>();

  @BeforeAll
  static void judge_the_sample() {
    rules = RuleBook.load(Path.of("rules"), RuleSettings.NONE, Locale.ENGLISH);
    Inventory inventory =
        Inventory.open(Path.of("inventory"), CATALOG, new InventoryOptions(Sample.ZONE, UTF_8));
    List<Dossier> dossiers = new ArrayList<>();
    try (DossierStream stream = inventory.dossiers()) {
      stream.forEachRemaining(dossiers::add);
    }
    for (Judgement judgement : judged(dossiers)) {
      for (Diagnosis diagnosis : judgement.diagnoses()) {
        BY_ENDPOINT.put(diagnosis.endpoint().id(), judgement);
      }
    }
  }

  @Test
  void every_request_of_the_sample_is_sound_once_corrected() {
    assertSound(Set.copyOf(BY_ENDPOINT.values()));
    assertThat(BY_ENDPOINT).hasSizeGreaterThan(60);
  }

  @Test
  void every_documented_operation_is_sound_once_corrected() {
    List<Dossier> dossiers = new ArrayList<>();
    for (Operation operation : CATALOG.operations()) {
      String method = operation.method();
      String path = operation.path();
      dossiers.add(dossier(dossiers.size(), method, "http://www.coze.cn" + path, null));
      String word = "https://api.coze.com" + path.replaceAll("\\{.*?}", "me") + "/";
      dossiers.add(dossier(dossiers.size(), method, word, "not JSON"));
      String masked = "https://api.coze.cn" + path.replaceAll("\\{.*?}", "7381****");
      String body = "{\"name\":null,\"bot_id\":\"7502200000000000017\",\"ids\":[]}";
      dossiers.add(dossier(dossiers.size(), "PATCH", masked, body));
    }
    List<Judgement> judgements = judged(dossiers);
    assertThat(judgements).allMatch(j -> j.diagnoses().get(0).verdict() == Verdict.FAIL);
    assertSound(judgements);
  }

  @Test
  void what_is_right_stays_as_it_is() {
    for (Map.Entry<String, Judgement> entry : BY_ENDPOINT.entrySet()) {
      Diagnosis diagnosis = diagnosis(entry.getValue(), entry.getKey());
      boolean right =
          OF_THE_REQUEST.stream().allMatch(c -> diagnosis.step(c).verdict() != Verdict.FAIL);
      CorrectedRequest corrected = CorrectedRequest.of(entry.getValue(), diagnosis);
      Endpoint endpoint = diagnosis.endpoint();
      if (right && endpoint.address().query().stream().noneMatch(p -> p.carriesToken())) {
        assertThat(corrected.corrections()).as(entry.getKey()).isEmpty();
        assertThat(corrected.url()).isEqualTo(endpoint.url());
        assertThat(corrected.method()).isEqualTo(endpoint.method());
      } else {
        assertThat(corrected.corrections()).as(entry.getKey()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "portal-host-typo | https://api.coze.cn/v1/bots?workspace_id=7501100000000000011 | host",
        "portal-console-host | https://api.coze.cn/v1/bots?workspace_id=7501100000000000011 | host",
        "portal-other-site | https://api.coze.cn/v1/bots?workspace_id=7501100000000000011 | host",
        "shop-list-cn | https://api.coze.com/v1/bots?workspace_id=7501100000000000061 | host",
        "portal-cleartext | https://api.coze.cn/v1/bots?workspace_id=7501100000000000011 | scheme",
        "portal-path-typo | https://api.coze.cn/v1/bot/get_online_info?bot_id=7502200000000000017"
            + " | path",
        "portal-method | https://api.coze.cn/v3/chat | method field:bot_id field:user_id",
        "portal-colon | https://api.coze.cn/v1/bots/<bot_id> | path-value:bot_id",
        "portal-braces | https://api.coze.cn/v1/bots/<bot_id>/versions | path-value:bot_id",
        "portal-query-missing"
            + " | https://api.coze.cn/v1/workflows?workspace_id=7501100000000000011&page_num=<page_num>"
            + " | query:page_num",
        "portal-query-empty | https://api.coze.cn/v1/bots?workspace_id=7501100000000000011"
            + " | query:workspace_id",
        "portal-query-masked | https://api.coze.cn/v1/bot/get_online_info?bot_id=<bot_id>"
            + " | query:bot_id",
        "portal-query-word | https://api.coze.cn/v1/datasets?space_id=7501100000000000011"
            + " | query:space_id",
        "storefront-in-query | https://api.coze.cn/v1/bots/7502200000000000041"
            + " | token-in-query:authorization header",
        "shop-voice | wss://ws.coze.com/v1/chat?bot_id=7502200000000000169"
            + " | token-in-query:authorization",
      })
  void a_wrong_url_is_corrected(String endpoint, String url, String corrections) {
    CorrectedRequest corrected = corrected(endpoint);
    assertThat(corrected.url()).isEqualTo(url);
    assertThat(words(corrected)).isEqualTo(corrections);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "portal-body-broken | {\"dataset_id\":\"<dataset_id>\"} | body",
        "portal-body-empty | {\"dataset_id\":\"<dataset_id>\"} | field:dataset_id",
        "portal-body-missing | {\"bot_id\":\"7502200000000000017\",\"user_id\":\"<user_id>\"}"
            + " | field:user_id",
        "portal-body-unfilled | {\"workflow_id\":\"<workflow_id>\"} | field:workflow_id",
        "portal-body-form | {\"dataset_id\":\"<dataset_id>\"} | content-type:application/json body",
      })
  void a_wrong_body_is_corrected(String endpoint, String body, String corrections) {
    CorrectedRequest corrected = corrected(endpoint);
    assertThat(corrected.body()).isEqualTo(body);
    assertThat(corrected.contentType()).isEqualTo("application/json");
    assertThat(words(corrected)).isEqualTo(corrections);
  }

  @Test
  void a_form_a_file_and_a_websocket_have_their_own_commands() {
    assertThat(corrected("support-upload").command())
        .isEqualTo(
            """
            curl -i -X POST \\
              --url 'https://api.coze.cn/v1/files/upload' \\
              -H "Authorization: Bearer $COZE_TOKEN" \\
              -F 'file=@<file>'""");
    assertThat(corrected("shop-voice").command())
        .isEqualTo(
            """
            wscat -c 'wss://ws.coze.com/v1/chat?bot_id=7502200000000000169' \\
              -H "Authorization: Bearer $COZE_TOKEN\"""");
    Judgement voices = judged("POST", "https://api.coze.cn/v1/audio/voices/clone", "{}");
    assertThat(CorrectedRequest.of(voices, voices.diagnoses().get(0)).command())
        .endsWith(
            String.join(
                " \\\n  ",
                "COZE_TOKEN\"",
                "--form-string 'voice_name=<voice_name>'",
                "--form-string 'audio_format=<audio_format>'",
                "-F 'file=@<file>'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Ids are carried over from a wrong path, from the body and from the query.
        "GET|https://api.coze.cn/v1/bot/get_online_info/7502200000000000017||https://api.coze.cn/v1/bot/get_online_info?bot_id=7502200000000000017",
        "GET|https://api.coze.cn/v1/workflow/7505500000000000015/run_history/7509900000000000012||https://api.coze.cn/v1/workflows/7505500000000000015/run_histories/7509900000000000012",
        "GET|https://api.coze.cn/v3/chat/retrieve|{\"conversation_id\":\"7506600000000000011\",\"chat_id\":7507700000000000014}|https://api.coze.cn/v3/chat/retrieve?conversation_id=7506600000000000011&chat_id=7507700000000000014",
        "GET|https://api.coze.cn/v1/bots/{bot_id}?bot_id=7502200000000000017||https://api.coze.cn/v1/bots/7502200000000000017?bot_id=7502200000000000017",
        // An installation of one's own stays, also without encryption; an unknown host does not.
        "GET|http://coze.example.internal:8888/v1/bots/7502200000000000017||http://coze.example.internal:8888/v1/bots/7502200000000000017",
        "GET|http://me:TESTONLYword@coze.example.internal:8888/v1/bots/1||http://coze.example.internal:8888/v1/bots/1",
        "GET|https://me:TESTONLYword@elsewhere.example/v1/bots/1||https://api.coze.cn/v1/bots/1",
        "GET|https://elsewhere.example/v1/bots/1||https://api.coze.cn/v1/bots/1",
        "GET|https://api.coze.cn:8443/v1/bots/1||https://api.coze.cn/v1/bots/1",
        "GET|api.coze.cn/v1/bots/1||https://api.coze.cn/v1/bots/1",
        // A secret is left to be filled in.
        "GET|https://api.coze.cn/v1/bots/1?page_token=TESTONLYword&x=a b||https://api.coze.cn/v1/bots/1?page_token=<page_token>&x=a%20b",
      })
  void what_is_known_is_carried_over(
      String method, String url, @Nullable String body, String corrected) {
    Judgement judgement = judged(method, url, body);
    assertThat(CorrectedRequest.of(judgement, judgement.diagnoses().get(0)).url())
        .isEqualTo(corrected);
  }

  /** The same rules find nothing but placeholders in the corrected requests. */
  private static void assertSound(Collection<Judgement> judgements) {
    List<CorrectedRequest> corrected = new ArrayList<>();
    List<Dossier> again = new ArrayList<>();
    for (Judgement judgement : judgements) {
      for (Diagnosis diagnosis : judgement.diagnoses()) {
        Endpoint was = diagnosis.endpoint();
        if (was.operation() != null || was.meant() != null) {
          CorrectedRequest request = CorrectedRequest.of(judgement, diagnosis);
          assertThat(Redaction.looksLikeToken(request.command())).isFalse();
          Token token = token("t" + again.size(), judgement.token().site());
          Endpoint endpoint =
              endpoint(
                  token.id(),
                  request.method(),
                  request.url(),
                  request.body(),
                  request.contentType());
          corrected.add(request);
          again.add(new Dossier(token, List.of(endpoint), List.of()));
        }
      }
    }
    List<Judgement> second = judged(again);
    for (int i = 0; i < second.size(); i++) {
      assertSound(corrected.get(i), second.get(i));
    }
  }

  private static void assertSound(CorrectedRequest corrected, Judgement second) {
    Endpoint again = second.diagnoses().get(0).endpoint();
    Stream<String> left =
        second.findings().stream()
            .map(Finding::rule)
            .filter(rule -> rule.guide() != null && OF_THE_REQUEST.contains(rule.guide()))
            .map(RuleInfo::id);
    assertThat(left).as(corrected.command()).isSubsetOf(LEFT);
    assertThat(again.operation()).isNotNull();
    assertThat(corrected.placeholders())
        .containsAll(again.inPath().unfilled())
        .containsAll(again.inQuery().unfilled())
        .containsAll(again.inBody().unfilled());
  }

  private static CorrectedRequest corrected(String endpoint) {
    Judgement judgement = Objects.requireNonNull(BY_ENDPOINT.get(endpoint));
    return CorrectedRequest.of(judgement, diagnosis(judgement, endpoint));
  }

  private static String words(CorrectedRequest corrected) {
    return String.join(
        " ",
        corrected.corrections().stream()
            .map(c -> c.part().id() + (named(c) ? ":" + c.name() : ""))
            .toList());
  }

  private static boolean named(Correction correction) {
    return switch (correction.part()) {
      case HOST, PATH, METHOD, SCHEME -> false;
      default -> !correction.name().isEmpty();
    };
  }

  private static Diagnosis diagnosis(Judgement judgement, String endpoint) {
    return judgement.diagnoses().stream()
        .filter(diagnosis -> diagnosis.endpoint().id().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement judged(String method, String url, @Nullable String body) {
    return judged(List.of(dossier(0, method, url, body))).get(0);
  }

  private static Dossier dossier(int number, String method, String url, @Nullable String body) {
    Token token = token("t" + number, Site.CN);
    return new Dossier(token, List.of(endpoint(token.id(), method, url, body, null)), List.of());
  }

  private static List<Judgement> judged(List<Dossier> dossiers) {
    List<Probed> probed = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      String token = dossier.token().id();
      List<Answer> answers =
          dossier.endpoints().stream()
              .map(endpoint -> Answer.skipped(token, endpoint.id(), "offline"))
              .toList();
      probed.add(new Probed(dossier, Answer.skipped(token, null, "offline"), answers));
    }
    return rules.judge(probed, TODAY, POLICY);
  }

  private static Token token(String id, Site site) {
    return Sample.token(id).site(site).build();
  }

  private static Endpoint endpoint(
      String token,
      String method,
      String url,
      @Nullable String body,
      @Nullable String contentType) {
    RequestCheck check = CATALOG.check(method, Address.parse(url), body, contentType);
    return Endpoint.builder("e-" + token, token, method, url, Sample.PLACE)
        .body(body)
        .contentType(contentType)
        .operation(check.operation())
        .meant(check.meant())
        .wrongMethod(check.wrongMethod())
        .inPath(check.inPath())
        .inQuery(check.inQuery())
        .inBody(check.inBody())
        .bodyProblem(check.bodyProblem())
        .build();
  }

  private static Policy policy(Set<String> selfHosted) {
    Policy or = Policy.DEFAULT;
    return new Policy(
        or.expiryDays(),
        or.productionEnvironments(),
        or.fewWorkspaces(),
        or.nearLimit(),
        or.limits(),
        or.patLifetimeDays(),
        or.patsUnlimitedBefore(),
        or.deadNights(),
        or.flappingChanges(),
        selfHosted,
        Map.of(),
        Map.of());
  }
}
