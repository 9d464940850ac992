package dev.patrol.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Which rules fired stands behind each walk and each finding. */
@ExtendWith(Chromium.class)
class WhyTest {
  private static final String ITEMS =
      "return [...arguments[0].querySelectorAll('.why ol li')].map((li) => li.textContent)";

  private final Path index = Audits.sample("en").resolve("index.html");
  private final Browser browser;

  WhyTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void an_opened_walk_unfolds_the_rules_that_fired_with_title_and_place() {
    browser.open(index, "#endpoint=portal-path-typo", View.DESK);
    WebElement row = browser.one("[id='endpoint=portal-path-typo']");
    WebElement summary = row.findElement(By.cssSelector(".why > summary"));
    assertThat(row.findElement(By.cssSelector(".why ol")).isDisplayed()).isFalse();
    summary.sendKeys(Keys.ENTER);
    assertThat(row.findElement(By.cssSelector(".why ol")).isDisplayed()).isTrue();
    List<String> items =
        row.findElements(By.cssSelector(".why li")).stream().map(WebElement::getText).toList();
    assertThat(items)
        .isNotEmpty()
        .allMatch(item -> item.matches("(?s)[a-z0-9-]+ .+ \\S+\\.drl:[0-9]+"));
    String remedied =
        browser.text("return arguments[0].querySelector('.remedies bdi').textContent", row);
    assertThat(items).anyMatch(item -> item.startsWith(remedied + " "));
  }

  @Test
  void every_open_finding_of_a_token_or_endpoint_has_its_own_rule_among_them() {
    browser.open(index, View.DESK);
    assertThat(
            browser.list(
                "return [...document.querySelectorAll('[data-rows=findings] .item')].filter((item) =>"
                    + " !item.querySelector('.why').hidden"
                    + " && !item.querySelector('.chip.fixed')"
                    + " && ![...item.querySelectorAll('.why li bdi[data-f]')].map((e) => e.textContent)"
                    + ".includes(item.querySelector('.main .id bdi').textContent)"
                    + ").map((item) => item.id)"))
        .isEmpty();
    assertThat(
            browser.number(
                "return document.querySelectorAll('[data-rows=findings] .why li').length"))
        .isPositive();
  }

  @Test
  void rows_that_the_script_makes_have_the_same_rules() {
    browser.open(index, View.DESK);
    for (String list : List.of("findings", "endpoints")) {
      WebElement made = browser.all("[data-rows=" + list + "] .item:has(.why li)").get(0);
      String id = made.getDomProperty("id");
      List<String> there = browser.list(ITEMS, made);
      browser.eval(
          "arguments[0].setAttribute('data-old', ''); location.hash = arguments[0].id", made);
      String fresh = "[id='" + id + "']:not([data-old])";
      browser.until(
          "it is made anew",
          () ->
              browser.number("return document.querySelectorAll(arguments[0]).length", fresh) == 1);
      assertThat(browser.list(ITEMS, browser.one(fresh))).isNotEmpty().isEqualTo(there);
    }
  }

  @Test
  void the_command_that_explains_it_is_copied() {
    browser.open(index, "#endpoint=portal-path-typo", View.DESK);
    WebElement why = browser.one("[id='endpoint=portal-path-typo'] .why");
    browser.click(why.findElement(By.tagName("summary")));
    browser.click(why.findElement(By.cssSelector("[data-copy]")));
    browser.until(
        "it is copied, not " + browser.clipboard(),
        () -> browser.clipboard().equals("./patrol rules explain 2026-11-22 portal-path-typo"));
  }
}
