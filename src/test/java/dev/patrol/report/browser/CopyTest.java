package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What the copy buttons put on the clipboard. */
@ExtendWith(Chromium.class)
class CopyTest {
  private final Path report = Audits.sample("en");
  private final Browser browser;

  CopyTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void the_least_points_are_copied_as_the_table_has_them() {
    String token = "support-bot";
    browser.open(report.resolve("index.html"), "#token=" + token, View.DESK);
    WebElement row = browser.one("[id='token=" + token + "']");
    WebElement button = row.findElement(By.cssSelector("[data-copy]"));
    browser.click(button);
    String expected =
        SampleRows.column(
                report.resolve("tokens.csv"),
                "least_permissions",
                line -> line.get("token").equals(token))
            .get(0);
    assertThat(expected).contains(";");
    browser.until(
        "it is copied, not " + browser.clipboard(), () -> browser.clipboard().equals(expected));
    assertThat(browser.one("#announced").getDomProperty("textContent")).isNotBlank();
    assertThat(button.getText()).isNotBlank();
  }

  @Test
  void a_corrected_request_is_copied_whole_and_without_a_token() {
    browser.open(report.resolve("index.html"), View.DESK);
    WebElement block = browser.all("[data-if='curl']:not([hidden])").get(0);
    String expected =
        String.valueOf(block.findElement(By.tagName("pre")).getDomProperty("textContent"));
    browser.eval("arguments[0].closest('tbody').querySelector('[data-open]').click()", block);
    browser.click(block.findElement(By.cssSelector("[data-copy]")));
    browser.until(
        "it is copied, not " + browser.clipboard(), () -> browser.clipboard().equals(expected));
    assertThat(expected).startsWith("curl ").contains("Bearer $");
  }
}
