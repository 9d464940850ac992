package dev.patrol.report.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Hands the one {@link Browser} of this process to tests. Without Chromium they are skipped, or
 * fail when {@code -Dpatrol.browser=required} says that it must be there.
 */
final class Chromium implements BeforeAllCallback, ParameterResolver {
  @Override
  public void beforeAll(ExtensionContext context) {
    List<String> missing = new ArrayList<>();
    for (String program : List.of("chromium", "chromedriver")) {
      if (program(program).isEmpty()) {
        missing.add(program);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String message =
        "the pages are not tested, because "
            + String.join(" and ", missing)
            + " cannot be found: install the packages chromium and chromium-driver"
            + " (Debian: apt-get install chromium chromium-driver)";
    if (System.getProperty("patrol.browser", "").equals("required")) {
      throw new IllegalStateException(message);
    }
    throw new TestAbortedException(message);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(
            Browser.class,
            type -> Browser.start(program("chromium").get(), program("chromedriver").get()),
            Browser.class);
  }

  static Optional<Path> program(String name) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
