package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.regex.Pattern;

/** Reads the address of one mailbox; what is stricter than the standards is so for safety. */
final class MailAddress {
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 100;

  private MailAddress() {}

  /**
   * The address with its name.
   *
   * @throws UnsendableException when it is not one that mail can be sent to
   */
  static InternetAddress of(String name, String address) throws UnsendableException {
    int at = address.lastIndexOf('@');
    String domain = at < 0 ? "" : ascii(address.substring(at + 1));
    String local = at < 0 ? "" : address.substring(0, at);
    String mailbox = local + "@" + domain;
    if (!LOCAL_PART.matcher(local).matches()
        || !DOMAIN.matcher(domain).matches()
        || local.length() > LONGEST_LOCAL_PART
        || mailbox.length() > LONGEST) {
      throw new UnsendableException(
          "not a mail address such as ann@example.com: \"" + PlainText.line(address, 80) + "\"");
    }
    try {
      InternetAddress known = new InternetAddress();
      known.setAddress(mailbox);
      String shown = PlainText.line(name, LONGEST_NAME);
      if (!shown.isEmpty()) {
        known.setPersonal(shown, UTF_8.name());
      }
      return known;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
