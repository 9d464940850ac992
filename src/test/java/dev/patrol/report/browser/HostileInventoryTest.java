package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** That what others write into an inventory does no harm to those who read the report. */
@ExtendWith(Chromium.class)
class HostileInventoryTest {
  private static final Path FOLDER = Audits.folder();
  private static final List<String> VENDOR =
      List.of("www.coze.cn", "www.coze.com", "docs.coze.cn", "docs.coze.com");

  private static Path report;

  @BeforeAll
  static void audit() throws IOException {
    report = Audits.offline(HostileInventory.write(FOLDER), "en");
  }

  /** The index, and some of the many owners' pages. */
  static List<String> pages() {
    List<String> all = Reports.pages(report);
    return IntStream.range(0, all.size()).filter(i -> i % 6 == 0).mapToObj(all::get).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_runs_whatever_is_clicked_and_typed(String page, Browser browser) {
    browser.open(report.resolve(page), View.DESK);
    for (WebElement field : browser.all("input[type=search]")) {
      field.sendKeys("<img src=x onerror=alert(1)>");
      field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    }
    browser.eval("document.querySelectorAll('summary, button').forEach((e) => e.click())");
    Seen seen = browser.seen();
    assertThat(seen.requests()).singleElement().asString().startsWith("file:");
    assertThat(seen.calls()).isEmpty();
    assertThat(seen.console()).isEmpty();
    assertThat(seen.events()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void no_element_and_no_handler_comes_from_outside(String page, Browser browser) {
    browser.open(report.resolve(page), View.DESK);
    assertThat(browser.all("img, iframe, object, embed, base, link, marquee, [srcdoc]")).isEmpty();
    assertThat(browser.number("return document.querySelectorAll('script:not([type])').length"))
        .isEqualTo(1);
    List<String> handlers =
        browser.list(
            """
            return [...document.querySelectorAll("*")].filter((element) =>
              element.getAttributeNames().some((name) => name.startsWith("on")))
              .map((element) => element.outerHTML.slice(0, 99));
            """);
    assertThat(handlers).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_to_the_page_the_report_the_vendor_or_a_mail(String page, Browser browser) {
    Path file = report.resolve(page);
    browser.open(file, View.DESK);
    List<String> links =
        browser.list(
            "return [...document.querySelectorAll('[href],[src],[action]')]"
                + ".filter((e) => !e.closest('[hidden]'))"
                + ".map((e) => e.getAttribute('href') || e.getAttribute('src'))");
    assertThat(links).isNotEmpty().allMatch(link -> isFit(file, link));
  }

  private static boolean isFit(Path page, String link) {
    if (link.startsWith("#")) {
      return true;
    }
    if (link.startsWith("mailto:")) {
      return link.matches("mailto:[^\\s?&,;:<>()\\[\\]\"'`{}|\\\\^]+@[A-Za-z0-9.-]+");
    }
    URI uri = URI.create(link);
    if (uri.getScheme() == null) {
      Path target = page.resolveSibling(uri.getPath()).normalize();
      return target.startsWith(report) && Files.isRegularFile(target);
    }
    return uri.getScheme().equals("https")
        && VENDOR.contains(uri.getHost())
        && uri.getUserInfo() == null;
  }

  @Test
  void values_are_shown_as_they_are(Browser browser) {
    browser.open(report.resolve("index.html"), View.DESK);
    String text = browser.text("return document.querySelector('main').textContent");
    assertThat(text)
        .contains("<script>alert(1)</script>", "{{7*7}}", "${7*7}", "$unsafe{x}")
        .contains("&lt;img src=x onerror=alert(1)&gt;", "=cmd|' /C calc'!A0");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_markup_is_without_error(String page) throws IOException {
    assertThat(NuChecker.errors(report.resolve(page))).isEmpty();
  }

  @Test
  void files_have_harmless_and_different_names_in_the_report_s_folder() throws IOException {
    List<String> files = Reports.files(report);
    assertThat(files)
        .allMatch(
            name ->
                name.matches(
                    "((owners|support)/)?(?![.-])(?!(?i)(con|prn|aux|nul)\\.)"
                        + "[A-Za-z0-9._-]{1,120}\\.(html|csv|json|txt|md|ics|jsonl\\.gz)"));
    assertThat(files.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    try (Stream<Path> beside = Files.list(report.getParent())) {
      assertThat(
              beside.map(path -> path.getFileName().toString()).filter(n -> !n.equals(".patrol")))
          .containsExactlyInAnyOrder("latest", report.getFileName().toString());
    }
    try (Stream<Path> beside = Files.list(FOLDER)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("inventory", "reports-en");
    }
  }

  @Test
  void no_cell_is_run_as_a_formula() throws IOException {
    for (String name : Reports.files(report)) {
      if (name.endsWith(".csv")) {
        try (CSVParser rows = CSVParser.parse(report.resolve(name), UTF_8, CSVFormat.RFC4180)) {
          for (CSVRecord row : rows) {
            row.forEach(cell -> assertThat(cell).doesNotContainPattern("^[=+@\t\r＝＋－＠]"));
          }
        }
      }
    }
  }

  @Test
  void no_character_turns_or_ends_text() throws IOException {
    for (String name : Reports.files(report)) {
      if (name.endsWith(".gz")) {
        // Packed facts are read by programs alone.
        continue;
      }
      assertThat(Files.readString(report.resolve(name), UTF_8))
          .as(name)
          .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u2028\\u2029]")
          .doesNotContainPattern("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]");
    }
  }
}
