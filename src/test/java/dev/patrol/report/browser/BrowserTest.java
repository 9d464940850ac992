package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** That nothing which a page must not do escapes the tests of the pages. */
@ExtendWith(Chromium.class)
class BrowserTest {
  @Test
  void a_request_is_seen(Browser browser, @TempDir Path folder) throws IOException {
    browser.open(page(folder, "<img src='http://127.0.0.1:8099/x.png' alt=''>"), View.DESK);
    Seen seen = browser.seen();
    assertThat(seen.foreign()).containsExactly("http://127.0.0.1:8099/x.png");
    assertThat(seen.calls()).containsExactly("GET http://127.0.0.1:8099/x.png HTTP/1.1");
  }

  @Test
  void what_a_page_says_is_seen(Browser browser, @TempDir Path folder) throws IOException {
    browser.open(page(folder, "<script>console.info('hello')</script>"), View.DESK);
    assertThat(browser.seen().console()).singleElement().asString().contains("hello");
  }

  @Test
  void dialogs_errors_and_breaches_are_seen(Browser browser, @TempDir Path folder)
      throws IOException {
    String body =
        "<script>alert(1)</script><script>null.x</script><script>Promise.reject('late')</script>"
            + "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
            + "<script>alert(2)</script>";
    browser.open(page(folder, body), View.DESK);
    assertThat(browser.seen().events())
        .anyMatch(event -> event.equals("alert: 1"))
        .anyMatch(event -> event.startsWith("error: "))
        .anyMatch(event -> event.startsWith("rejection: late"))
        .anyMatch(event -> event.startsWith("policy: script-src"))
        .noneMatch(event -> event.equals("alert: 2"));
  }

  @Test
  void without_scripts_none_runs(Browser browser, @TempDir Path folder) throws IOException {
    Path page = page(folder, "<p id='p'>before</p><script>p.textContent = 'after'</script>");
    browser.open(page, View.SCRIPTLESS);
    assertThat(browser.one("#p").getText()).isEqualTo("before");
    browser.open(page, View.DESK);
    assertThat(browser.one("#p").getText()).isEqualTo("after");
  }

  @Test
  void nothing_is_kept_from_page_to_page(Browser browser, @TempDir Path folder) throws IOException {
    Path page =
        page(folder, "<script>document.title = localStorage.x; localStorage.x = 1</script>");
    browser.open(page, View.DESK);
    browser.open(page, View.DESK);
    assertThat(browser.text("return document.title")).isEqualTo("undefined");
    assertThat(browser.seen().events()).isEmpty();
  }

  @Test
  void colours_and_width_are_the_reader_s(Browser browser, @TempDir Path folder)
      throws IOException {
    Path page = page(folder, "x");
    String dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    browser.open(page, View.NIGHT);
    assertThat(browser.is(dark)).isTrue();
    browser.open(page, View.PHONE);
    assertThat(browser.is(dark)).isFalse();
    assertThat(browser.number("return innerWidth")).isEqualTo(390);
    browser.open(page, View.LARGE);
    assertThat(browser.number("return innerWidth * 1000 + devicePixelRatio")).isEqualTo(640_002);
  }

  private static Path page(Path folder, String body) throws IOException {
    return Files.writeString(
        folder.resolve("page.html"),
        "<!DOCTYPE html><html lang='en'><meta charset='utf-8'><title>t</title>" + body);
  }
}
