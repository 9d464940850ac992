package dev.patrol.report.browser;

import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * One of a page's lists, by what a reader can do with it.
 *
 * @param name {@code endpoints}, {@code tokens} or {@code findings}
 */
record RowList(Browser browser, String name) {
  private static final String ROWS =
      "return [...document.querySelectorAll(`[data-rows='${arguments[0]}'] tbody.item`)]";

  /** What a field of each row that is drawn says. */
  List<String> cells(String field) {
    return browser.list(
        ROWS + ".map((row) => row.querySelector(`[data-f='${arguments[1]}']`).textContent)",
        name,
        field);
  }

  /** The places of the rows that are drawn, such as {@code endpoint=x}. */
  List<String> places() {
    return browser.list(ROWS + ".map((row) => row.id)", name);
  }

  /** Types into the field, over what stands in it. */
  void search(String words) {
    form("[data-search]").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, words);
  }

  void filter(String column, String value) {
    choose("[data-filter='" + column + "']", value);
  }

  void rowsAtOnce(int rows) {
    choose("[data-size]", String.valueOf(rows));
  }

  void sort(String column) {
    browser.click(browser.one("[data-rows='" + name + "'] [data-by='" + column + "']"));
  }

  WebElement next() {
    return browser.one("[data-pager='" + name + "'] [data-turn='1']");
  }

  WebElement previous() {
    return browser.one("[data-pager='" + name + "'] [data-turn='-1']");
  }

  /** Such as {@code 26–50 / 91}. */
  String where() {
    return browser.one("[data-pager='" + name + "'] [data-where]").getText();
  }

  /** Such as {@code 7 / 91}. */
  String count() {
    return form("[data-count]").getText();
  }

  WebElement form(String css) {
    return browser.one("[data-filters='" + name + "'] " + css);
  }

  /** Waits until the rows that are drawn say this in a field, in whatever order. */
  void untilOnly(String field, List<String> expected) {
    List<String> sorted = expected.stream().sorted().toList();
    browser.until(
        name + " show " + sorted + ", got " + cells(field),
        () -> cells(field).stream().sorted().toList().equals(sorted));
  }

  private void choose(String css, String value) {
    WebElement field = form(css);
    browser.eval(
        "arguments[0].value = arguments[1];"
            + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
        field,
        value);
  }
}
