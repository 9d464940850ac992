package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages stand in each page; the report's own comes first. */
@ExtendWith(Chromium.class)
class LanguageTest {
  private static final String CHINESE = ".*\\p{IsHan}.*";

  private final Browser browser;

  LanguageTest(Browser browser) {
    this.browser = browser;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void the_page_begins_in_the_report_s_language(String lang) {
    browser.open(index(lang), View.DESK);
    assertThat(lang()).isEqualTo(lang);
    assertThat(pressed()).containsExactly(lang);
    assertThat(browser.one("h1").getText().matches(CHINESE)).isEqualTo(lang.equals("zh"));
  }

  @Test
  void the_switch_changes_everything_and_back() {
    browser.open(index("en"), View.DESK);
    String english = said("body");
    String title = browser.text("return document.title");
    choose("zh");
    assertThat(lang()).isEqualTo("zh");
    assertThat(pressed()).containsExactly("zh");
    assertThat(browser.text("return document.title")).matches(CHINESE).isNotEqualTo(title);
    assertThat(named()).isNotEmpty().allMatch(text -> text.matches("(?s)" + CHINESE));
    assertThat(browser.text("return document.querySelector('[data-search]').placeholder"))
        .matches(CHINESE);
    choose("en");
    assertThat(lang()).isEqualTo("en");
    assertThat(said("body")).isEqualTo(english);
    assertThat(browser.text("return document.title")).isEqualTo(title);
    assertThat(named()).noneMatch(text -> text.matches("(?s)" + CHINESE));
  }

  @Test
  void both_reports_are_the_same_page_with_another_beginning() {
    browser.open(index("en"), View.DESK);
    choose("zh");
    String switched = said("main");
    browser.open(index("zh"), View.DESK);
    assertThat(said("main")).isEqualTo(switched);
  }

  @Test
  void rows_that_are_drawn_later_speak_the_language_chosen() {
    browser.open(index("en"), View.DESK);
    choose("zh");
    RowList endpoints = new RowList(browser, "endpoints");
    endpoints.filter("cause", "key.permission");
    browser.until(
        "only these", () -> endpoints.cells("cause").stream().allMatch("key.permission"::equals));
    assertThat(browser.shown("[data-rows='endpoints'] tbody.item .chip"))
        .isNotEmpty()
        .allMatch(chip -> chip.matches(CHINESE));
  }

  @Test
  void nothing_is_stored_for_it() {
    browser.open(index("en"), View.DESK);
    choose("zh");
    assertThat(
            browser.number(
                "return localStorage.length + sessionStorage.length + document.cookie.length"))
        .isZero();
    assertThat(browser.seen().events()).isEmpty();
  }

  /** What a reader is told by headings, columns, fields and buttons. */
  private List<String> named() {
    return browser
        .shown("main h2, main button, main label, main :is(dt, th[scope=col]):not(:has(bdi))")
        .stream()
        .filter(text -> !text.isBlank())
        .toList();
  }

  private String said(String css) {
    return browser.text("return document.querySelector(arguments[0]).innerText", css);
  }

  private void choose(String lang) {
    browser.click(browser.one("button[data-lang='" + lang + "']"));
  }

  private String lang() {
    return browser.text("return document.documentElement.lang");
  }

  private List<String> pressed() {
    return browser.list(
        "return [...document.querySelectorAll('[data-lang][aria-pressed=true]')]"
            + ".map((button) => button.dataset.lang)");
  }

  private static Path index(String lang) {
    return Audits.sample(lang).resolve("index.html");
  }
}
