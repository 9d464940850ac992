package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ":bot_id",
        "{bot_id}",
        "{{bot_id}}",
        "{{ bot_id }}",
        "${BOT_ID}",
        "$BOT_ID",
        "%BOT_ID%",
        "%7Bbot_id%7D",
        "%3Cbot_id%3E",
        "<bot_id>",
        "<your bot id>",
        "[bot_id]",
        "7381****",
        "73**81",
        "****",
        "pat_***",
        "xxx",
        "XXXX",
        "xxxx-xxxx",
        "bot_xxxx",
        "7381xxxx",
        "your_bot_id",
        "insert_your_bot_id",
        "PUT-ID-HERE",
        "YOUR-BOT-ID",
        "yourBotId",
        "your bot id",
        "REPLACE_ME",
        "...",
        "…",
        "……",
        "你的bot_id",
        "您的 bot id",
        "你的智能体编号",
        "请填写智能体 ID",
        "请输入...",
        "替换为你的ID",
        "此处填写编号",
        "【智能体ID】",
        "{智能体ID}",
        "TODO",
        "null",
        "undefined",
        "None",
        "__BOT_ID__"
      })
  void documentation_form_is_unfilled(String value) {
    assertThat(Placeholder.isUnfilled(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "7510000000000000001",
        "volcano_2100000001",
        "Hello {name}",
        "{name}, hello",
        "Hello {name} and {other}",
        "**important**",
        "a*b",
        "5 ** 2 is 25",
        "none",
        "Todo",
        "Your order has shipped",
        "agent",
        "客服机器人",
        "《红楼梦》",
        "insert_row",
        "put_object",
        "enterprise",
        "输入法",
        "你好",
        "{\"a\": 1}",
        "{}",
        "[1,2]",
        "a...b",
        "https://example.com/:path",
        "plugin",
        "1024",
        "10%",
        "50%off",
        "v1",
        "user@example.com",
        "12:30",
        "xx",
        "Max",
        "$100",
        ":)",
        "https://www.example.com/cb?x={y}",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "code_EXAMPLE"
      })
  void real_value_is_not_a_placeholder(String value) {
    assertThat(Placeholder.isUnfilled(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot_id", "BOT_ID", "botId", "bot-id", "bot id", " bot_id "})
  void name_of_an_id_is_no_value_for_it(String value) {
    assertThat(Placeholder.isUnfilled("bot_id", value)).isTrue();
    assertThat(Placeholder.isUnfilled("user_id", value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"...", "你的名字", "[smile]", "<b>", "TODO", "请输入密码", "xxx", "null", "content"})
  void what_people_say_is_no_placeholder(String value) {
    assertThat(Placeholder.isUnfilled("content", value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{content}", "{{content}}", "${CONTENT}"})
  void template_variable_is_unfilled_even_where_people_speak(String value) {
    assertThat(Placeholder.isUnfilled("content", value)).isTrue();
  }

  @Property
  void every_parameter_name_in_a_documentation_form_is_unfilled(
      @ForAll("names") String name, @ForAll("forms") String form) {
    String text = String.format(Locale.ROOT, form, name);

    assertThat(Placeholder.isUnfilled("bot_id", text)).as(text).isTrue();
    assertThat(Placeholder.isUnfilled("bot_id", " " + text + " ")).as(text).isTrue();
  }

  @Property
  void ids_and_cursors_are_values(@ForAll("values") String value) {
    assertThat(Placeholder.isUnfilled("bot_id", value)).isFalse();
  }

  @Property
  void placeholder_inside_a_sentence_is_no_placeholder(
      @ForAll("names") String name, @ForAll("words") String word) {
    assertThat(Placeholder.isUnfilled(word + " {" + name + "}")).isFalse();
    assertThat(Placeholder.isUnfilled("{{" + name + "}} " + word + ".")).isFalse();
    assertThat(Placeholder.isUnfilled(word + " <" + name + "> and $" + name)).isFalse();
  }

  @Property
  void any_text_is_judged(@ForAll String name, @ForAll String value) {
    assertThat(Placeholder.isUnfilled(name, value)).isIn(true, false);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "bot_id",
        "workspace_id",
        "conversation_id",
        "chat_id",
        "workflow_id",
        "file_id",
        "page_num");
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(
        ":%s",
        "{%s}",
        "{{%s}}",
        "{{ %s }}",
        "${%s}",
        "$%s",
        "<%s>",
        "[%s]",
        "%%7B%s%%7D",
        "%%3A%s",
        "your_%s",
        "YOUR-%s",
        "你的%s",
        "请填写%s");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().alpha().ofMinLength(2).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(19);
    Arbitrary<String> uuids = Arbitraries.randomValue(random -> uuid(random));
    Arbitrary<String> cursors =
        Arbitraries.randomValue(
            random -> {
              byte[] bytes = new byte[24];
              random.nextBytes(bytes);
              return Base64.getUrlEncoder().encodeToString(bytes);
            });
    return Arbitraries.oneOf(digits, digits.map(number -> "volcano_" + number), uuids, cursors);
  }

  private static String uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
