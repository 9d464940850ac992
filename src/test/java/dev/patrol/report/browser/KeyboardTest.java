package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The page without a mouse. */
@ExtendWith(Chromium.class)
class KeyboardTest {
  private static final int STEPS = 70;

  private final Path index = Audits.sample("en").resolve("index.html");
  private final Browser browser;

  KeyboardTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    browser.open(index, View.DESK);
  }

  @Test
  void the_first_stop_leads_past_the_navigation() {
    browser.press(Keys.TAB);
    assertThat(browser.is("return document.activeElement.matches('.skip')")).isTrue();
    assertThat(uncovered()).isTrue();
    browser.press(Keys.ENTER);
    assertThat(browser.is("return document.activeElement.matches('main')")).isTrue();
    browser.press(Keys.TAB);
    assertThat(browser.is("return document.activeElement.closest('main') !== null")).isTrue();
  }

  @Test
  void the_focus_goes_through_the_page_in_order_and_is_always_seen() {
    List<Long> stops = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      browser.press(Keys.TAB);
      stops.add(
          browser.number(
              "return [...document.querySelectorAll('*')].indexOf(document.activeElement)"));
      String name = browser.text("return document.activeElement.outerHTML.slice(0, 150)");
      assertThat(uncovered()).as("%s is not covered", name).isTrue();
      assertThat(
              browser.is(
                  "const style = getComputedStyle(document.activeElement);"
                      + "return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)"
                      + " || style.boxShadow !== 'none'"))
          .as("%s shows that it has the focus", name)
          .isTrue();
    }
    assertThat(stops).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(
      value = Keys.class,
      names = {"ENTER", "SPACE"})
  void a_row_opens_and_closes(Keys key) {
    browser.eval("document.querySelector('[data-rows=endpoints] [data-open]').focus()");
    String open =
        "const row = document.querySelector('[data-rows=endpoints] tbody.item');"
            + "return row.querySelector('.detail').getBoundingClientRect().height > 0"
            + " && row.querySelector('[data-open]').getAttribute('aria-expanded') === 'true'";
    assertThat(browser.is(open)).isFalse();
    browser.press(key);
    assertThat(browser.is(open)).isTrue();
    browser.press(key);
    assertThat(browser.is(open)).isFalse();
  }

  @Test
  void a_column_is_sorted_and_a_page_turned() {
    RowList endpoints = new RowList(browser, "endpoints");
    List<String> before = endpoints.cells("id");
    browser.eval("document.querySelector(\"[data-rows=endpoints] [data-by='id']\").focus()");
    browser.press(Keys.ENTER);
    browser.until("it is sorted", () -> !endpoints.cells("id").equals(before));
    assertThat(browser.is("return document.activeElement.dataset.by === 'id'")).isTrue();
    browser.eval("document.querySelector(\"[data-pager=endpoints] [data-turn='1']\").focus()");
    browser.press(Keys.SPACE);
    browser.until("the second page", () -> endpoints.where().startsWith("26–"));
    assertThat(browser.is("return document.activeElement.dataset.turn === '1'")).isTrue();
  }

  @Test
  void escape_empties_the_search() {
    RowList endpoints = new RowList(browser, "endpoints");
    endpoints.search("nowhere to be found");
    endpoints.untilOnly("id", List.of());
    browser.press(Keys.ESCAPE);
    browser.until("all rows are back", () -> endpoints.cells("id").size() == 25);
  }

  @Test
  void enter_in_a_field_leaves_the_page_as_it_is() {
    RowList endpoints = new RowList(browser, "endpoints");
    endpoints.search("portal");
    browser.press(Keys.ENTER);
    assertThat(browser.text("return location.search")).isEmpty();
    assertThat(endpoints.form("[data-search]").getDomProperty("value")).isEqualTo("portal");
  }

  @Test
  void what_looks_clickable_can_be_reached() {
    List<String> unreachable =
        browser.list(
            """
            return [...document.querySelectorAll("body *")].filter((element) =>
              getComputedStyle(element).cursor === "pointer"
                && !element.closest("a[href], button, summary, label, select, input"))
              .map((element) => element.outerHTML.slice(0, 120));
            """);
    assertThat(unreachable).isEmpty();
  }

  /** Whether the middle of what has the focus is in sight, with nothing else above it. */
  private boolean uncovered() {
    return browser.is(
        """
        const element = document.activeElement;
        const box = element.getClientRects()[0];
        if (!box) return false;
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2);
        return top !== null && (element.contains(top) || top.contains(element));
        """);
  }
}
