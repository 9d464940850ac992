package dev.patrol.report.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker: markup, ARIA, style sheets and the page's policy; from this JVM alone. */
final class NuChecker {
  private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

  private NuChecker() {}

  /**
   * Each error once, with the number of its places and the first of them, such as {@code 3 times,
   * first at 12:4: No “p” element in scope}; warnings are left out.
   */
  static List<String> errors(Path page) throws IOException {
    Errors errors = new Errors();
    try {
      SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);
      checker.setUpMainSchema(SCHEMA, errors);
      checker.setUpValidatorAndParsers(errors, false, false);
      InputSource source = new InputSource(new ByteArrayInputStream(Files.readAllBytes(page)));
      source.setEncoding("UTF-8");
      source.setSystemId(page.toUri().toString());
      checker.checkHtmlInputSource(source);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the checker failed at " + page, e);
    }
    return errors.first.entrySet().stream()
        .map(
            e ->
                errors.count.get(e.getKey())
                    + " times, first at "
                    + e.getValue()
                    + ": "
                    + e.getKey())
        .toList();
  }

  private static final class Errors implements ErrorHandler {
    private final Map<String, String> first = new LinkedHashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    @Override
    public void warning(SAXParseException warning) {
      // What is only unusual stays allowed.
    }

    @Override
    public void error(SAXParseException error) {
      String message = String.valueOf(error.getMessage());
      first.putIfAbsent(message, error.getLineNumber() + ":" + error.getColumnNumber());
      count.merge(message, 1, Integer::sum);
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      error(error);
    }
  }
}
