package dev.patrol.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, with a profile of its own, and no network but a dead end. */
final class Browser implements AutoCloseable {
  /**
   * It says that the driver knows newer browsers than Selenium does; held, lest it be forgotten.
   */
  private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools");

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final Outside outside;

  private Browser(ChromeDriver driver, Outside outside) {
    this.driver = driver;
    this.outside = outside;
  }

  /** Starts the two programs; nothing is downloaded. */
  static Browser start(Path chromium, Path chromedriver) {
    VERSIONS.setLevel(Level.SEVERE);
    try {
      Outside outside = new Outside();
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(chromedriver.toFile())
              .usingAnyFreePort()
              .build();
      Browser browser =
          new Browser(new ChromeDriver(service, options(chromium, outside.port())), outside);
      browser.before(Seen.HOOK);
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChromeOptions options(Path chromium, int proxy) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--user-data-dir=" + Audits.folder(),
        "--proxy-server=127.0.0.1:" + proxy,
        "--proxy-bypass-list=<-loopback>",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-extensions",
        "--disable-sync",
        "--force-color-profile=srgb",
        "--font-render-hinting=none",
        "--hide-scrollbars",
        "--lang=en");
    if (System.getProperty("user.name", "").equals("root")) {
      // Its sandbox refuses to work for root, as whom builds in containers run.
      options.addArguments("--no-sandbox");
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
    return options;
  }

  /** Runs a script in each page that is opened from now on, before the page's own. */
  void before(String script) {
    command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Opens the page as if for the first time. */
  void open(Path page, View view) {
    open(page, "", view);
  }

  /** As {@link #open(Path, View)}, at a place such as {@code #walks}. */
  void open(Path page, String fragment, View view) {
    driver.get("about:blank");
    command("Storage.clearDataForOrigin", Map.of("origin", "file://", "storageTypes", "all"));
    look(view);
    seen();
    driver.get(page.toUri() + fragment);
    if (view.scripts()) {
      until(
          "the page is ready", () -> is("return document.documentElement.dataset.ready !== 'no'"));
    }
  }

  /** Goes to a place in the page that is open, as a link in it would. */
  void follow(String fragment) {
    eval("location.hash = arguments[0]", fragment);
  }

  /** Changes how the page that is open is looked at. */
  void look(View view) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            view.cssWidth(),
            "height",
            view.height() * 100 / view.zoom(),
            "deviceScaleFactor",
            view.zoom() / 100.0,
            "mobile",
            false));
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", view.dark() ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !view.scripts()));
  }

  /** What the page did since it was opened, or since this was asked before. */
  Seen seen() {
    return Seen.of(driver, outside);
  }

  /** The only element that the selector meets. */
  WebElement one(String css) {
    List<WebElement> found = all(css);
    if (found.size() != 1) {
      throw new AssertionError("expected one " + css + ", got " + found.size());
    }
    return found.get(0);
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Clicks as a reader would, which needs the element to be in sight and uncovered. */
  void click(WebElement element) {
    eval("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** What the elements that a reader sees say. */
  List<String> shown(String css) {
    return list(
        "return [...document.querySelectorAll(arguments[0])]"
            + ".filter((element) => element.checkVisibility({visibilityProperty: true}))"
            + ".map((element) => element.innerText)",
        css);
  }

  /** Presses keys, where the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What a function body returns. */
  @Nullable Object eval(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the promise that a function body returns brings. */
  @Nullable Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "(async (...arguments) => {"
            + script
            + "})(...arguments).then(done, (e) => done('failed: ' + e));",
        arguments);
  }

  /** The items of the array that a function body returns. */
  List<String> list(String script, Object... arguments) {
    if (eval(script, arguments) instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    throw new AssertionError("no array: " + script);
  }

  String text(String script, Object... arguments) {
    return String.valueOf(eval(script, arguments));
  }

  long number(String script, Object... arguments) {
    return ((Number) Objects.requireNonNull(eval(script, arguments))).longValue();
  }

  boolean is(String script, Object... arguments) {
    return Boolean.TRUE.equals(eval(script, arguments));
  }

  /** Waits until it is so. */
  void until(String what, Supplier<Boolean> condition) {
    long start = System.nanoTime();
    while (!condition.get()) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        throw new AssertionError("not so after " + LONGEST.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** What is on the clipboard, as it arrives when it is pasted. */
  String clipboard() {
    WebElement field =
        (WebElement)
            Objects.requireNonNull(
                eval("return document.body.appendChild(document.createElement('textarea'))"));
    field.sendKeys(Keys.chord(Keys.CONTROL, "v"));
    String pasted = String.valueOf(field.getDomProperty("value"));
    eval("arguments[0].remove()", field);
    return pasted;
  }

  /** The page on A4 paper. */
  byte[] pdf() {
    Object data =
        command("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
            .get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  /** What a function body returns while the page is styled for paper. */
  String printed(String script) {
    command("Emulation.setEmulatedMedia", Map.of("media", "print"));
    String said = text(script);
    command("Emulation.setEmulatedMedia", Map.of("media", ""));
    return said;
  }

  /** What is in the window, as a PNG. */
  byte[] picture() {
    Object data = command("Page.captureScreenshot", Map.of("format", "png")).get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
    outside.close();
  }
}
