package dev.patrol.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.RuleBook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTextsTest {
  private static final Path SHIPPED = Path.of("rules");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** What a reader copies from a remedy, or looks for in it, in any language. */
  private static final Pattern CODE_WORD =
      Pattern.compile(
          "(?:[a-z]+\\.)?coze\\.(?:cn|com)(?:/[a-z]+)*|[a-z]+\\.(?:csv|yaml)|[a-z]+://|env:NAME"
              + "|file:PATH|\\{token}|owner_email|Authorization|Bearer|Content-Type|X-Tt-Logid"
              + "|application/json|multipart/form-data|JWT|CSV|SDK|curl|code|msg|\\d+");

  private static final RuleInfo RULE =
      new RuleInfo(
          "key-lost",
          Severity.HIGH,
          Cause.KEY_VALIDITY,
          "The key is lost",
          "Look for it.",
          "a.drl",
          3);

  private final Path folder;

  RuleTextsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static List<RuleInfo> reportingRules() {
    return ParsedRules.parse(RuleFolder.read(SHIPPED).files()).byName().values().stream()
        .filter(rule -> !rule.remedy().isEmpty())
        .toList();
  }

  private RuleInfo translated(String properties) throws IOException {
    return translated(properties, StandardCharsets.UTF_8);
  }

  private RuleInfo translated(String properties, Charset charset) throws IOException {
    Files.writeString(folder.resolve("messages_zh.properties"), properties, charset);
    Map<String, RuleInfo> rules =
        RuleTexts.read(folder, Locale.CHINESE).translate(Map.of("p/r", RULE));
    return rules.values().iterator().next();
  }

  @Test
  void the_chinese_file_has_both_texts_of_every_reporting_rule_in_the_order_of_the_rules()
      throws IOException {
    List<String> keys =
        Files.readAllLines(SHIPPED.resolve("messages_zh.properties"), StandardCharsets.UTF_8)
            .stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
            .toList();
    assertThat(keys)
        .containsExactlyElementsOf(
            reportingRules().stream()
                .flatMap(rule -> Stream.of(rule.id() + ".title", rule.id() + ".remedy"))
                .toList());
  }

  @Test
  void the_shipped_rules_load_with_chinese_titles() {
    assertThat(RuleBook.load(SHIPPED, RuleSettings.NONE, Locale.CHINESE).rules())
        .filteredOn(rule -> !rule.remedy().isEmpty())
        .hasSameSizeAs(reportingRules())
        .allSatisfy(rule -> assertThat(rule.title()).as(rule.id()).containsPattern(HAN))
        .filteredOn(rule -> rule.id().equals("token-expired"))
        .extracting(RuleInfo::title)
        .containsExactly("令牌已过期");
  }

  @Test
  void chinese_remedies_keep_the_code_words_of_the_english_ones() {
    RuleTexts texts = RuleTexts.read(SHIPPED, Locale.CHINESE);
    for (RuleInfo english : reportingRules()) {
      RuleInfo chinese = texts.translate(Map.of("", english)).values().iterator().next();
      assertThat(codeWords(chinese.remedy()))
          .as("%s: %s", english.id(), chinese.remedy())
          .containsAll(codeWords(english.remedy()));
    }
  }

  private static Set<String> codeWords(String text) {
    Set<String> words = new TreeSet<>();
    CODE_WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
    return words;
  }

  @Test
  void a_translation_replaces_the_texts_and_nothing_else() throws IOException {
    assertThat(translated("key-lost.title=密钥丢失\nkey-lost.remedy=找回密钥。\n"))
        .isEqualTo(
            new RuleInfo(
                RULE.id(),
                RULE.severity(),
                RULE.guide(),
                "密钥丢失",
                "找回密钥。",
                RULE.file(),
                RULE.line()));
  }

  @Test
  void a_rule_without_translation_keeps_its_english_texts() throws IOException {
    assertThat(translated("key-found.title=密钥已找到\n")).isEqualTo(RULE);
  }

  @Test
  void a_text_without_translation_stays_english_beside_a_translated_one() throws IOException {
    RuleInfo rule = translated("key-lost.title=密钥丢失\nkey-lost.remedy=  \n");
    assertThat(rule.title()).isEqualTo("密钥丢失");
    assertThat(rule.remedy()).isEqualTo("Look for it.");
  }

  @Test
  void a_language_without_a_file_is_english() throws IOException {
    Files.writeString(folder.resolve("messages_zh.properties"), "key-lost.title=密钥丢失\n");
    assertThat(RuleTexts.read(folder, Locale.ENGLISH).translate(Map.of("p/r", RULE)))
        .containsExactly(Map.entry("p/r", RULE));
  }

  @Test
  void a_byte_order_mark_does_not_hide_the_first_text() throws IOException {
    assertThat(translated("\uFEFFkey-lost.title=密钥丢失\n").title()).isEqualTo("密钥丢失");
  }

  @Test
  void a_file_in_another_encoding_is_named() {
    assertNamed("expected UTF-8 text", "key-lost.title=密钥丢失\n", Charset.forName("GB18030"));
  }

  @Test
  void a_file_with_a_broken_escape_is_named() {
    assertNamed(
        "expected a properties file: Malformed \\uxxxx encoding.",
        "key-lost.title=\\u5zzz\n",
        StandardCharsets.UTF_8);
  }

  @Test
  void a_folder_in_the_place_of_the_file_is_named() throws IOException {
    Path file = Files.createDirectory(folder.resolve("messages_zh.properties"));
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> RuleTexts.read(folder, Locale.CHINESE))
        .withMessageStartingWith(file + ": cannot be read: ");
  }

  private void assertNamed(String message, String properties, Charset charset) {
    String file = folder.resolve("messages_zh.properties").toString();
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> translated(properties, charset))
        .satisfies(e -> assertThat(e.problems()).containsExactly(Problem.in(file, message)));
  }
}
