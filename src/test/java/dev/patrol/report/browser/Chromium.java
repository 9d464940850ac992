package dev.patrol.report.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private static final String ADVICE =
      "the pages are not tested, because %s is missing: install the packages chromium and"
          + " chromium-driver (Debian: apt-get install chromium chromium-driver)";

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
    String message = String.format(ADVICE, String.join(" and ", missing));
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

  private static Optional<Path> program(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
