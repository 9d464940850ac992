package dev.patrol.rules.source;

import dev.patrol.model.RuleInfo;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rules' titles and remedies in another language, from {@code messages_<lang>.properties}. */
public final class RuleTexts {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Properties texts;

  private RuleTexts(Properties texts) {
    this.texts = texts;
  }

  /**
   * Reads the texts beside the rules; English stands in the rules themselves.
   *
   * @throws ProblemsException when the file is there and cannot be read
   */
  public static RuleTexts read(Path folder, Locale language) {
    Properties texts = new Properties();
    Path file = folder.resolve("messages_" + language.getLanguage() + ".properties");
    if (!Files.exists(file)) {
      return new RuleTexts(texts);
    }
    try {
      String content = Files.readString(file, StandardCharsets.UTF_8);
      // Editors that begin a file with the mark would hide its first text from its rule.
      texts.load(
          new StringReader(content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content));
    } catch (CharacterCodingException e) {
      throw problem(file, "expected UTF-8 text");
    } catch (IOException e) {
      throw problem(file, "cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw problem(file, "expected a properties file: " + e.getMessage());
    }
    return new RuleTexts(texts);
  }

  private static ProblemsException problem(Path file, String message) {
    return new ProblemsException(Problem.in(file.toString(), message));
  }

  /** The keys that have a text, in their order. */
  public SortedSet<String> keys() {
    return new TreeSet<>(
        texts.stringPropertyNames().stream()
            .filter(key -> !texts.getProperty(key).isBlank())
            .toList());
  }

  /** The rules with every text that there is a translation for. */
  public Map<String, RuleInfo> translate(Map<String, RuleInfo> rules) {
    Map<String, RuleInfo> translated = new LinkedHashMap<>();
    rules.forEach((name, rule) -> translated.put(name, translate(rule)));
    return translated;
  }

  private RuleInfo translate(RuleInfo rule) {
    return new RuleInfo(
        rule.id(),
        rule.severity(),
        rule.guide(),
        text(rule.id() + ".title", rule.title()),
        text(rule.id() + ".remedy", rule.remedy()),
        rule.file(),
        rule.line());
  }

  /** A key that waits for its translation, with nothing behind it, leaves the English text. */
  private String text(String key, String english) {
    String text = texts.getProperty(key, "").strip();
    return text.isEmpty() ? english : text;
  }
}
