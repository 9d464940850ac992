package dev.patrol.report.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;

/**
 * A text in both languages of the pages. It is escaped once, however often pages show it, which is
 * why it is no record.
 */
public final class Say implements Content {
  private final String en;
  private final String zh;
  private final byte[] html;

  /** A text in English and in Chinese. */
  public Say(String en, String zh) {
    this.en = en;
    this.zh = zh;
    html = html(en, zh);
  }

  /** The same in both languages, such as a name. */
  public static Say both(String text) {
    return new Say(text, text);
  }

  /** In English. */
  public String en() {
    return en;
  }

  /** In Chinese. */
  public String zh() {
    return zh;
  }

  /** In the language with that tag. */
  public String in(String lang) {
    return lang.equals("zh") ? zh : en;
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return en.isEmpty() && zh.isEmpty();
  }

  /** Writes it between tags; in an attribute it stands in one language. */
  @Override
  public void writeTo(TemplateOutput out) {
    out.writeBinaryContent(html);
  }

  private static byte[] html(String en, String zh) {
    StringOutput html = new StringOutput(en.length() + zh.length() + 64);
    if (en.equals(zh)) {
      Escape.htmlContent(en, html);
    } else {
      html.writeContent("<span lang=\"en\">");
      Escape.htmlContent(en, html);
      html.writeContent("</span><span lang=\"zh\">");
      Escape.htmlContent(zh, html);
      html.writeContent("</span>");
    }
    return html.toString().getBytes(UTF_8);
  }
}
