package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** Links to one endpoint, token or finding, from outside and from the page itself. */
@ExtendWith(Chromium.class)
class DeepLinkTest {
  private static final String IN_SIGHT =
      """
      const row = document.getElementById(arguments[0]);
      const box = row && row.getBoundingClientRect();
      if (!box || box.top < 0 || box.top >= innerHeight) return false;
      return row.contains(document.elementFromPoint(box.left + 60, box.top + 12));
      """;

  private final Path index = Audits.sample("en").resolve("index.html");
  private final Browser browser;

  DeepLinkTest(Browser browser) {
    this.browser = browser;
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoints", "tokens", "findings"})
  void a_link_opens_the_row_wherever_it_is(String name) {
    String place = last(name);
    browser.open(index, "#" + encoded(place), View.DESK);
    shows(place);
  }

  @Test
  void a_link_clears_filters() {
    String place = last("endpoints");
    browser.open(index, View.DESK);
    RowList endpoints = new RowList(browser, "endpoints");
    endpoints.filter("verdict", "pass");
    endpoints.search("nowhere to be found");
    endpoints.untilOnly("id", List.of());
    browser.follow(encoded(place));
    shows(place);
    assertThat(endpoints.form("[data-search]").getDomProperty("value")).isEmpty();
    assertThat(endpoints.form("[data-filter='verdict']").getDomProperty("value")).isEmpty();
    String all = String.valueOf(SampleRows.of(index.resolveSibling("endpoints.csv")).size());
    assertThat(endpoints.count()).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint", "token", "rule"})
  void the_page_s_own_links_lead_to_what_they_name(String kind) {
    browser.open(index, View.DESK);
    browser.eval("document.querySelectorAll('[data-open]').forEach((button) => button.click())");
    WebElement link =
        browser.all("main a[href^='#" + kind + "=']").stream()
            .filter(WebElement::isDisplayed)
            .findFirst()
            .orElseThrow();
    String name = link.getText();
    browser.click(link);
    String place = kind + "=" + name;
    browser.until(place + " is in sight", () -> browser.is(IN_SIGHT, place));
  }

  @Test
  void a_link_to_nothing_does_no_harm() {
    browser.open(index, "#endpoint=nobody%20knows", View.DESK);
    assertThat(new RowList(browser, "endpoints").cells("id")).hasSize(25);
    browser.follow("endpoint=%E0%A4%A");
    browser.follow("finding=");
    browser.follow("__proto__=x");
    Seen seen = browser.seen();
    assertThat(seen.events()).isEmpty();
    assertThat(seen.console()).isEmpty();
  }

  private void shows(String place) {
    browser.until(place + " is in sight", () -> browser.is(IN_SIGHT, place));
    assertThat(
            browser.is(
                "const row = document.getElementById(arguments[0]);"
                    + "const detail = row.querySelector('.detail');"
                    + "return !detail || detail.getBoundingClientRect().height > 0",
                place))
        .as("its details are open")
        .isTrue();
    assertThat(
            browser.is(
                "return document.getElementById(arguments[0]).contains(document.activeElement)",
                place))
        .as("it has the focus")
        .isTrue();
  }

  /** The place of a row that is not on the first page. */
  private String last(String name) {
    browser.open(index, View.DESK);
    RowList list = new RowList(browser, name);
    List<String> first = list.places();
    list.rowsAtOnce(500);
    browser.until("all rows", () -> list.places().size() > first.size());
    List<String> places = list.places().stream().filter(place -> !place.isEmpty()).toList();
    return places.get(places.size() - 1);
  }

  private String encoded(String place) {
    return browser.text(
        "const [kind, ...rest] = arguments[0].split('=');"
            + "return kind + '=' + encodeURIComponent(rest.join('='))",
        place);
  }
}
