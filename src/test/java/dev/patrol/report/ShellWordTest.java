package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.facts.SafeBody;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Judgement;
import dev.patrol.model.TokenState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs commands in a real shell, in which {@code curl} and {@code wscat} print their arguments. */
class ShellWordTest {
  private static final String STAND_IN = "() { printf '%s\\0' \"$@\"; }\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "'; touch hacked; '",
        "$(touch hacked)`touch hacked`$HOME ${HOME}",
        "\\",
        "a\\\nb",
        "\"!! \"",
        "--output hacked",
        "a\u0000b\u0007",
        "&& || ; # | > hacked < hacked",
        "* ? [a-z] ~ {a,b}",
        "名字",
        "-",
        "''",
      })
  void a_word_is_one_argument_whatever_it_holds(String hostile) throws Exception {
    assertThat(run("curl " + ShellWord.of(hostile))).containsExactly(SafeText.of(hostile));
    assertThat(run("curl " + ShellWord.of(""))).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.coze.cn/v1/bots/1';touch hacked;'?x=$(touch hacked)&y=[1-9]{a,b}",
        "https://api.coze.cn/v1/bots/`touch hacked`?name=\"'\"",
        "wss://ws.coze.cn/v1/chat?bot_id='$(touch hacked)'",
        "https://';touch hacked;'.example/v1/\\",
      })
  void a_command_has_the_arguments_that_it_shows(String url) throws Exception {
    String method = url.startsWith("wss") ? "WS" : "PO'ST";
    String body = "{\"note\":\"it's $(touch hacked)\\n`x`\",\"password\":\"TESTONLYword\"}";
    Endpoint endpoint =
        Endpoint.builder("e", "t", method, url, Sample.PLACE)
            .body(body)
            .contentType("text/x';touch hacked;'")
            .build();
    Diagnosis diagnosis = Sample.failing(endpoint, Cause.HEADER, "");
    Judgement judgement =
        Sample.judgement(
            Sample.token("t").build(), TokenState.VALID, List.of(diagnosis), List.of());
    CorrectedRequest corrected = CorrectedRequest.of(judgement, diagnosis);
    List<String> arguments = run(corrected.command());
    assertThat(arguments)
        .contains(corrected.url(), "Authorization: Bearer made up")
        .doesNotContain("hacked")
        .noneMatch(argument -> argument.contains("TESTONLY"));
    if (!corrected.isWebSocket()) {
      assertThat(arguments).contains(SafeBody.of(body));
    }
    assertThat(run(CorrectedRequest.asConfigured(endpoint).command()))
        .contains(SafeText.url(url), "Authorization: Bearer made up", SafeBody.of(body));
    if (url.contains("[") || url.contains("{")) {
      assertThat(arguments).contains("-g");
    }
  }

  @Test
  void nothing_but_the_token_is_taken_from_the_environment() throws Exception {
    assertThat(run("curl " + ShellWord.BEARER)).containsExactly("Authorization: Bearer made up");
  }

  private static List<String> run(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-eu").redirectErrorStream(true).start();
    try (var in = shell.getOutputStream()) {
      String script = "curl" + STAND_IN + "wscat" + STAND_IN + "COZE_TOKEN='made up'\n" + command;
      in.write((script + "\n").getBytes(UTF_8));
    }
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
    List<String> arguments = new ArrayList<>(List.of(output.split("\u0000", -1)));
    assertThat(arguments.remove(arguments.size() - 1)).isEmpty();
    return arguments;
  }
}
