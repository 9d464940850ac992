package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages on paper: nothing is folded away there, and nothing can be pressed. */
@ExtendWith(Chromium.class)
class PrintTest {
  private static final String CHINESE = ".*\\p{IsHan}.*";

  private final Path report = Audits.sample("en");
  private final Browser browser;

  PrintTest(Browser browser) {
    this.browser = browser;
  }

  static Stream<String> pages() {
    return Reports.pages(Audits.sample("en")).stream().limit(2);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void what_the_rows_and_folds_hold_is_all_there_but_for_which_rules_fired(
      String page, @TempDir Path folder) throws IOException {
    browser.open(report.resolve(page), View.DESK);
    List<String> words =
        browser.list(
            """
            const words = [];
            document.querySelectorAll("main h2, main .main, main .detail, main details").forEach((part) => {
              const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                if (!texts.currentNode.parentElement.closest("[hidden], .hide, button, [lang=zh], .why > :not(summary)")) {
                  words.push(...texts.currentNode.data.split(/\\s+/).filter((word) => word.length > 5));
                }
              }
            });
            return words;
            """);
    String paper = pdf();
    assertThat(words).hasSizeGreaterThan(100);
    boolean chinese = hasChineseFont(folder);
    assertThat(
            words.stream()
                .filter(word -> chinese || !word.matches(CHINESE))
                .filter(word -> !paper.contains(word))
                .distinct())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void no_control_and_no_other_language_is_printed(String page) {
    browser.open(report.resolve(page), View.DESK);
    List<String> absent =
        browser.list(
            """
            return [...document.querySelectorAll(
                "[data-copy] .before [lang=en], .skip [lang=en], .pager [lang=en], h2 [lang=zh]")]
              .map((element) => element.textContent.replace(/\\s+/g, ""));
            """);
    String paper = pdf();
    assertThat(absent).isNotEmpty();
    assertThat(absent.stream().filter(word -> word.length() > 5).filter(paper::contains)).isEmpty();
    assertThat(absent.stream().filter(word -> word.matches(CHINESE)))
        .isNotEmpty()
        .noneMatch(paper::contains);
  }

  @Test
  void dark_pages_are_printed_on_white() {
    browser.open(report.resolve("index.html"), View.NIGHT);
    assertThat(browser.printed("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
  }

  /** Without one, what services say in Chinese is boxes on paper. */
  private boolean hasChineseFont(Path folder) throws IOException {
    String words = "身份验证无效";
    Path page = folder.resolve("page.html");
    Files.writeString(page, "<!doctype html><meta charset=utf-8><p>" + words, UTF_8);
    browser.open(page, View.DESK);
    return pdf().contains(words);
  }

  /** All the text without its blanks, which break lines elsewhere than the page does. */
  private String pdf() {
    try (PDDocument document = Loader.loadPDF(browser.pdf())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
