package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FileTextsTest {
  private static final Path TEXTS = Path.of("src", "main", "resources", "dev", "patrol", "report");

  @Test
  void both_languages_have_the_same_texts_with_the_same_values() throws IOException {
    Properties english = load("files.properties");
    Properties chinese = load("files_zh.properties");
    assertThat(new TreeSet<>(chinese.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      for (int i = 0; i < 6; i++) {
        String value = "{" + i + "}";
        assertThat(chinese.getProperty(key).contains(value))
            .as(key)
            .isEqualTo(english.getProperty(key).contains(value));
      }
    }
    assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(TEXTS.resolve(name), UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
