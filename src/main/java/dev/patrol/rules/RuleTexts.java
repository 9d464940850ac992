package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The rules' titles and remedies in another language, from {@code messages_<lang>.properties}. */
final class RuleTexts {
  private final Properties texts;

  private RuleTexts(Properties texts) {
    this.texts = texts;
  }

  /**
   * Reads the texts beside the rules; English stands in the rules themselves.
   *
   * @throws ProblemsException when the file is there and cannot be read
   */
  static RuleTexts read(Path folder, Locale language) {
    Properties texts = new Properties();
    Path file = folder.resolve("messages_" + language.getLanguage() + ".properties");
    if (!Files.exists(file)) {
      return new RuleTexts(texts);
    }
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemsException(
          Problem.in(file.toString(), "expected UTF-8 properties: " + e.getMessage()));
    }
    return new RuleTexts(texts);
  }

  /** The rules with every text that there is a translation for. */
  Map<String, RuleInfo> translate(Map<String, RuleInfo> rules) {
    Map<String, RuleInfo> translated = new LinkedHashMap<>();
    rules.forEach((name, rule) -> translated.put(name, translate(rule)));
    return translated;
  }

  private RuleInfo translate(RuleInfo rule) {
    return new RuleInfo(
        rule.id(),
        rule.severity(),
        rule.guide(),
        texts.getProperty(rule.id() + ".title", rule.title()),
        texts.getProperty(rule.id() + ".remedy", rule.remedy()),
        rule.file(),
        rule.line());
  }
}
