package dev.patrol.report.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet and the script that the page carries in itself, and the policy that lets a
 * browser run these two and nothing else.
 *
 * @param css the style sheet
 * @param script the script
 * @param policy the Content-Security-Policy
 */
public record Style(String css, String script, String policy) {

  /** The product's own. */
  public static Style load() {
    String css = read("/dev/patrol/report/page.css").strip();
    String script = read("/dev/patrol/report/page.js").strip();
    return new Style(css, script, policy(css, script));
  }

  private static String policy(String css, String script) {
    return "default-src 'none'; style-src '"
        + hash(css)
        + "'; script-src '"
        + hash(script)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read(String name) {
    try (InputStream in = Style.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not part of the product");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
