package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every page, in both languages and in both colour schemes. */
@ExtendWith(Chromium.class)
class PagesTest {
  private static final String INDEX = "index.html";

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("views")
  void it_asks_for_nothing_says_nothing_and_breaks_no_rule(
      String lang, String name, View view, Browser browser) {
    browser.open(Audits.sample(lang).resolve(name), view);
    List<String> violations = view.scripts() ? Axe.violations(browser) : List.of();
    Seen seen = browser.seen();
    assertThat(seen.requests()).singleElement().asString().startsWith("file:");
    assertThat(seen.calls()).isEmpty();
    assertThat(seen.console()).isEmpty();
    assertThat(seen.events()).isEmpty();
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void its_markup_is_without_error(String lang, String name) throws IOException {
    assertThat(NuChecker.errors(Audits.sample(lang).resolve(name))).isEmpty();
  }

  @Test
  void an_error_of_markup_and_a_barrier_are_seen(Browser browser, @TempDir Path folder)
      throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<!DOCTYPE html><html lang='en'><title>t</title><main><h1>t</h1>"
                + "<img src='data:,'><p style='color:#aaa;background:#fff'>pale</p></main>",
            UTF_8);
    assertThat(NuChecker.errors(page)).anyMatch(error -> error.contains("“alt” attribute"));
    browser.open(page, View.DESK);
    assertThat(Axe.violations(browser))
        .anyMatch(violation -> violation.startsWith("image-alt at img"))
        .anyMatch(violation -> violation.startsWith("color-contrast at p"));
  }

  static Stream<Arguments> views() {
    List<Arguments> views = new ArrayList<>();
    for (View view : List.of(View.DESK, View.NIGHT, View.PHONE, View.SCRIPTLESS)) {
      views.add(Arguments.of("en", INDEX, view));
    }
    for (View view : List.of(View.DESK, View.NIGHT)) {
      views.add(Arguments.of("zh", INDEX, view));
      for (String page : owners()) {
        views.add(Arguments.of(view.dark() ? "zh" : "en", page, view));
      }
    }
    return views.stream();
  }

  static Stream<Arguments> pages() {
    return Stream.of("en", "zh")
        .flatMap(
            lang ->
                Stream.concat(Stream.of(INDEX), owners().stream())
                    .map(page -> Arguments.of(lang, page)));
  }

  /** The first owner's page, and the one of what nobody owns. */
  private static List<String> owners() {
    List<String> pages = Reports.pages(Audits.sample("en"));
    return List.of(pages.get(1), pages.get(pages.size() - 1));
  }
}
