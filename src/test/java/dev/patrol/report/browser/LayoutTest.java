package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small and enlarged pages, and pages without their script. */
@ExtendWith(Chromium.class)
class LayoutTest {
  private final Browser browser;

  LayoutTest(Browser browser) {
    this.browser = browser;
  }

  static Stream<Arguments> narrow() {
    return pages()
        .flatMap(
            page ->
                Stream.of(View.PHONE, View.LARGE, View.REFLOWED)
                    .map(view -> Arguments.of(page.get()[0], page.get()[1], view)));
  }

  /** The index and an owner's page, in both languages. */
  static Stream<Arguments> pages() {
    return Stream.of("en", "zh")
        .flatMap(
            lang ->
                Reports.pages(Audits.sample(lang)).stream()
                    .limit(2)
                    .map(page -> Arguments.of(lang, page)));
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void nothing_has_to_be_pushed_sideways(String lang, String page, View view) {
    browser.open(Audits.sample(lang).resolve(page), view);
    browser.eval("document.querySelectorAll('[data-open]').forEach((button) => button.click())");
    browser.eval("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
    List<String> cut =
        browser.list(
            """
            return [...document.querySelectorAll("main *")].filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 1 && box.right > innerWidth + 1 && !element.closest(".scroll, pre, svg");
            }).slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
            """);
    assertThat(cut).isEmpty();
    assertThat(browser.number("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(view.cssWidth());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void without_scripts_everything_that_matters_can_be_read(String lang, String page) {
    Path file = Audits.sample(lang).resolve(page);
    browser.open(file, View.SCRIPTLESS);
    assertThat(browser.shown("h1, main h2")).hasSizeGreaterThan(4);
    assertThat(browser.shown("[data-rows='endpoints'] tbody.item .main")).isNotEmpty();
    assertThat(browser.shown("[data-rows='endpoints'] tbody.item .detail"))
        .hasSameSizeAs(browser.all("[data-rows='endpoints'] tbody.item"));
    assertThat(browser.shown("button:not(.by), input, select, [data-where]")).isEmpty();
    String other = lang.equals("en") ? "zh" : "en";
    assertThat(browser.shown("main [lang='" + other + "']")).isEmpty();
  }
}
