package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Cause;
import dev.patrol.report.view.Texts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTextsTest {
  private static final Path TEXTS = Path.of("src", "main", "resources", "dev", "patrol", "report");
  private static final Pattern USE =
      Pattern.compile(
          "t\\.(?:get|fill|plain)\\(\"([^\"]+)\"[,)]|key = \"([^\"]+)\",|hint = \"([^\"]+)\"");

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    assertThat(new TreeSet<>(load("page_zh.properties").stringPropertyNames()))
        .isEqualTo(new TreeSet<>(load("page.properties").stringPropertyNames()));
  }

  @Test
  void every_text_that_a_template_asks_for_is_there() throws IOException {
    Properties texts = load("page.properties");
    List<Path> templates;
    try (Stream<Path> paths = Files.walk(Path.of("src", "main", "jte"))) {
      templates = paths.filter(Files::isRegularFile).toList();
    }
    for (Path template : templates) {
      assertThat(USE.matcher(Files.readString(template, UTF_8)).results())
          .extracting(
              (MatchResult use) ->
                  IntStream.rangeClosed(1, use.groupCount())
                      .mapToObj(use::group)
                      .filter(Objects::nonNull)
                      .findFirst()
                      .orElseThrow())
          .as(template.toString())
          .allMatch(texts::containsKey);
    }
  }

  @Test
  void every_cause_has_a_name() {
    Texts texts = new Texts("en");
    assertThat(Cause.values()).allMatch(cause -> !texts.get("cause." + cause.id()).isEmpty());
    assertThat(Cause.steps()).allMatch(step -> !texts.get("step." + step.id()).isEmpty());
  }

  @Test
  void english_stays_english_on_a_chinese_machine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      assertThat(new Texts("en").get("verdict.pass")).isEqualTo("pass");
      assertThat(new Texts("zh").get("verdict.pass")).isEqualTo("通过");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void days_are_counted_in_words() {
    Texts texts = new Texts("en");
    assertThat(Stream.of(-3L, -1L, 0L, 1L, 12L).map(d -> texts.fill("days", d, Math.abs(d))))
        .containsExactly("3 days ago", "yesterday", "today", "tomorrow", "in 12 days");
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(TEXTS.resolve(name), UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
