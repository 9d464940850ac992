package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter, search, sort and paging. */
@ExtendWith(Chromium.class)
class ListTest {
  private final Path report = Audits.sample("en");
  private final Path table = report.resolve("endpoints.csv");
  private final Browser browser;
  private final RowList endpoints;

  ListTest(Browser browser) {
    this.browser = browser;
    endpoints = new RowList(browser, "endpoints");
  }

  @BeforeEach
  void open() {
    browser.open(report.resolve("index.html"), View.DESK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "unknown", "pass"})
  void a_filter_shows_what_it_says(String verdict) {
    endpoints.rowsAtOnce(500);
    endpoints.filter("verdict", verdict);
    List<String> expected =
        SampleRows.column(table, "endpoint", row -> row.get("verdict").equals(verdict));
    endpoints.untilOnly("id", expected);
    assertThat(expected).isNotEmpty();
    assertThat(endpoints.count()).isEqualTo(expected.size() + " / " + all().size());
  }

  @Test
  void filters_and_words_hold_together() {
    endpoints.filter("cause", "key.permission");
    List<String> lacking =
        SampleRows.column(table, "endpoint", row -> row.get("cause").equals("key.permission"));
    endpoints.untilOnly("id", lacking);
    endpoints.search("STOREFRONT get");
    List<String> expected =
        SampleRows.endpoints(report, "storefront").stream().filter(lacking::contains).toList();
    endpoints.untilOnly("id", expected);
    assertThat(expected).isNotEmpty().hasSizeLessThan(lacking.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"storefront", "7501100000000000029", "/v1/bots?", "wechat"})
  void the_search_finds_names_places_and_addresses(String word) {
    endpoints.rowsAtOnce(500);
    endpoints.search(word);
    List<String> expected = SampleRows.endpoints(report, word);
    assertThat(expected).isNotEmpty().hasSizeLessThan(all().size());
    endpoints.untilOnly("id", expected);
  }

  @Test
  void what_is_not_there_is_said() {
    endpoints.search("nowhere to be found");
    endpoints.untilOnly("id", List.of());
    assertThat(browser.one("[data-nothing='endpoints']").isDisplayed()).isTrue();
    assertThat(endpoints.count()).isEqualTo("0 / " + all().size());
    endpoints.search("");
    browser.until("rows are back", () -> endpoints.cells("id").size() == 25);
    assertThat(browser.one("[data-nothing='endpoints']").isDisplayed()).isFalse();
  }

  @Test
  void a_column_sorts_up_then_down_then_not() {
    endpoints.rowsAtOnce(500);
    endpoints.untilOnly("id", all());
    List<String> before = endpoints.cells("id");
    endpoints.sort("cause");
    List<String> up = endpoints.cells("cause").stream().sorted().toList();
    browser.until("causes go up", () -> endpoints.cells("cause").equals(up));
    assertThat(sorted()).isEqualTo("ascending");
    endpoints.sort("cause");
    List<String> down = up.stream().sorted(Comparator.reverseOrder()).toList();
    browser.until("causes go down", () -> endpoints.cells("cause").equals(down));
    assertThat(sorted()).isEqualTo("descending");
    endpoints.sort("cause");
    browser.until("all is as before", () -> endpoints.cells("id").equals(before));
    assertThat(sorted()).isEqualTo("null");
  }

  @Test
  void numbers_are_sorted_as_numbers() {
    RowList tokens = new RowList(browser, "tokens");
    tokens.rowsAtOnce(500);
    tokens.sort("findings");
    browser.until(
        "the fewest come first",
        () -> {
          List<Integer> numbers = tokens.cells("findings").stream().map(ListTest::number).toList();
          return numbers.stream().sorted().toList().equals(numbers)
              && numbers.get(numbers.size() - 1) > 9;
        });
  }

  @Test
  void the_pages_hold_each_row_once() {
    List<String> seen = new ArrayList<>(endpoints.cells("id"));
    assertThat(seen).hasSize(25);
    assertThat(endpoints.where()).isEqualTo("1–25 / " + all().size());
    assertThat(endpoints.previous().isEnabled()).isFalse();
    while (endpoints.next().isEnabled()) {
      String where = endpoints.where();
      browser.click(endpoints.next());
      browser.until("the next page", () -> !endpoints.where().equals(where));
      seen.addAll(endpoints.cells("id"));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all());
    browser.click(endpoints.previous());
    browser.until("back", () -> endpoints.next().isEnabled());
    assertThat(endpoints.cells("id")).hasSize(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoints", "tokens", "findings"})
  void the_script_draws_what_was_written(String name) {
    RowList list = new RowList(browser, name);
    List<String> written = outlines(name);
    browser.eval(
        "document.querySelectorAll('tbody.item').forEach((row) => { row.old = true; });"
            + "document.querySelector(`[data-filters='${arguments[0]}']`)"
            + ".dispatchEvent(new Event('input'))",
        name);
    browser.until(
        "the rows are drawn anew",
        () ->
            browser.is(
                "return [...document.querySelectorAll(`[data-rows='${arguments[0]}'] tbody.item`)]"
                    + ".every((row) => !row.old)",
                name));
    assertThat(list.places()).isNotEmpty();
    assertThat(outlines(name)).isEqualTo(written);
  }

  /** Each row's elements, attributes and texts, without what makes no difference. */
  private List<String> outlines(String name) {
    return browser.list(
        """
        const outline = (node) => {
          if (node.nodeType === 3) return node.textContent.replace(/\\s+/g, " ").trim();
          if (node.nodeType !== 1) return "";
          const names = node.getAttributeNames().sort();
          const own = names.map((name) => ` ${name}=${node.getAttribute(name).trim()}`).join("");
          const inner = [...node.childNodes].map(outline).filter(Boolean).join(" ");
          return `<${node.localName}${own}>${inner}</>`;
        };
        return [...document.querySelectorAll(`[data-rows='${arguments[0]}'] tbody.item`)].map(outline);
        """,
        name);
  }

  private List<String> all() {
    return SampleRows.column(table, "endpoint", row -> true);
  }

  private String sorted() {
    return browser.text(
        "return document.querySelector(\"[data-rows='endpoints'] [data-by='cause']\")"
            + ".closest('th').getAttribute('aria-sort')");
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
