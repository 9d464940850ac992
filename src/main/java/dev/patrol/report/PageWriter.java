package dev.patrol.report;

import dev.patrol.report.view.Languages;
import dev.patrol.report.view.Page;
import dev.patrol.report.view.Style;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders pages with the templates that were compiled into the product. */
final class PageWriter {
  static final String NAME = "index.html";

  private static final String TEMPLATES = "dev.patrol.report.pages";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageWriter.class.getClassLoader(), TEMPLATES);
  private final Languages texts;
  private final Style style = Style.load();

  PageWriter(Languages texts) {
    this.texts = texts;
  }

  /**
   * Writes a page.
   *
   * @throws IOException when it cannot be written
   */
  void write(Page page, OutputStream out) throws IOException {
    Map<String, Object> parameters = Map.of("page", page, "t", texts, "style", style);
    try {
      PageBytes bytes = new PageBytes(out);
      engine.render("page.jte", parameters, bytes);
      bytes.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (TemplateException e) {
      // It speaks of the template's line, also when the disk is full.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException full) {
          throw full;
        }
      }
      throw e;
    }
  }
}
