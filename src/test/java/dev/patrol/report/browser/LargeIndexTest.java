package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.report.ManyEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The index of 50,000 endpoints. */
@ExtendWith(Chromium.class)
class LargeIndexTest {
  private static final int ENDPOINTS = 50_000;
  private static final long MOST_BYTES = 10_000_000;
  private static final long MOST_BYTES_OF_AN_OWNER = 2_000_000;

  private static Path report;

  @BeforeAll
  static void write() {
    report = ManyEndpoints.write(Audits.folder(), ENDPOINTS);
  }

  @Test
  void the_pages_stay_small() throws IOException {
    assertThat(Files.size(report.resolve("index.html"))).isLessThan(MOST_BYTES);
    for (String page : Reports.pages(report)) {
      if (!page.equals("index.html")) {
        assertThat(Files.size(report.resolve(page))).as(page).isLessThan(MOST_BYTES_OF_AN_OWNER);
      }
    }
  }

  @Test
  void every_endpoint_is_found_in_it(Browser browser) {
    browser.open(report.resolve("index.html"), View.DESK);
    RowList endpoints = new RowList(browser, "endpoints");
    assertThat(endpoints.cells("id")).hasSize(25);
    assertThat(endpoints.count()).isEqualTo("50000");
    assertThat(endpoints.where()).isEqualTo("1–25 / 50000");
    endpoints.search("endpoint-049999");
    endpoints.untilOnly("id", List.of("endpoint-049999"));
    endpoints.search("");
    endpoints.sort("id");
    browser.until("sorted", () -> endpoints.cells("id").get(0).equals("endpoint-000000"));
    endpoints.sort("id");
    browser.until("sorted", () -> endpoints.cells("id").get(0).equals("endpoint-049999"));
    browser.follow("endpoint=endpoint-031415");
    browser.until(
        "opened",
        () -> browser.is("return document.getElementById('endpoint=endpoint-031415') !== null"));
  }
}
