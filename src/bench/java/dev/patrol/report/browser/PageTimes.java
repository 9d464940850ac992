package dev.patrol.report.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long a page takes in Chromium, in milliseconds, by what it does. */
public final class PageTimes implements AutoCloseable {
  /** The page tells by this mark that its lists are there. */
  private static final String WATCH =
      """
      new MutationObserver(() => {
        if (document.documentElement?.dataset.ready === "yes") window.__ready ??= performance.now();
      }).observe(document, {subtree: true, attributes: true, attributeFilter: ["data-ready"]});
      """;

  /** Waits until the list was drawn anew and the browser has painted it. */
  private static final String TIMED =
      """
      return new Promise((done) => {
        const table = document.querySelector("[data-rows='endpoints']");
        const start = performance.now();
        new MutationObserver((changes, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        }).observe(table, {childList: true});
        %s
      });
      """;

  private static final String SORT = "table.querySelector(\"[data-by='id']\").click();";
  private static final String SEARCH =
      """
      const field = document.querySelector("[data-filters='endpoints'] [data-search]");
      field.value = arguments[0];
      field.dispatchEvent(new Event("input", {bubbles: true}));
      """;

  private final Browser browser;
  private final Map<String, List<Double>> times = new TreeMap<>();

  private PageTimes(Browser browser) {
    this.browser = browser;
  }

  /**
   * Starts a browser.
   *
   * @throws IOException when it is not installed
   */
  public static PageTimes start() throws IOException {
    Optional<Path> chromium = Chromium.program("chromium");
    Optional<Path> driver = Chromium.program("chromedriver");
    if (chromium.isEmpty() || driver.isEmpty()) {
      throw new IOException(
          "chromium and chromedriver are needed (Debian: chromium, chromium-driver)");
    }
    Browser browser = Browser.start(chromium.get(), driver.get());
    browser.before(WATCH);
    return new PageTimes(browser);
  }

  /**
   * Opens a page, sorts its endpoints and searches them; each for the first time in it.
   *
   * @param word that some of its endpoints have
   */
  public void take(Path page, String word) {
    browser.open(page, View.DESK);
    browser.until("ready", () -> browser.is("return window.__ready > 0"));
    keep("load", "return performance.getEntriesByType('navigation')[0].loadEventEnd");
    keep("ready", "return window.__ready");
    keep("sort", TIMED.formatted(SORT));
    keep("search", TIMED.formatted(SEARCH), word);
  }

  private void keep(String what, String script, Object... arguments) {
    if (browser.eval(script, arguments) instanceof Number number) {
      times.computeIfAbsent(what, fresh -> new ArrayList<>()).add(number.doubleValue());
    }
  }

  /** What was taken since this was asked before: {@code load}, {@code ready} and so on. */
  public Map<String, List<Double>> taken() {
    Map<String, List<Double>> taken = new TreeMap<>(times);
    times.clear();
    return taken;
  }

  @Override
  public void close() {
    browser.close();
  }
}
