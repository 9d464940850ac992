package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The accessibility checks of axe-core, run in the page that is open. */
final class Axe {
  private static final String SCRIPT = script();

  private Axe() {}

  /** Each violation with its place, such as {@code color-contrast at .chip: ...}. */
  static List<String> violations(Browser browser) {
    browser.eval(SCRIPT);
    Object found =
        browser.await(
            """
            const result = await axe.run(document, {resultTypes: ["violations"]});
            return result.violations.flatMap((violation) => violation.nodes.slice(0, 5).map((node) =>
              violation.id + " at " + node.target.join(" ") + ": " + node.failureSummary));
            """);
    if (!(found instanceof List<?> violations)) {
      throw new AssertionError("axe did not run: " + found);
    }
    return violations.stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
