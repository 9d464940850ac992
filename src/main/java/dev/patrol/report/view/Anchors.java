package dev.patrol.report.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the places of a page that links lead to, such as {@code token=crm}; no place has the name
 * of an earlier one.
 */
public final class Anchors {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Pattern PLAIN_MAIL =
      Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private final Set<String> taken = new HashSet<>();

  /** The id of the place where a thing stands; null when another place has it already. */
  public @Nullable String of(String kind, String name) {
    String id = id(kind, name);
    return taken.add(id) ? id : null;
  }

  /** The id of the place where a thing stands. */
  public static String id(String kind, String name) {
    return kind + "=" + BLANKS.matcher(name).replaceAll("_");
  }

  /** A link to write to an address; null when it is not a plain one, which could do more. */
  public static @Nullable String mail(String address) {
    return PLAIN_MAIL.matcher(address).matches() ? "mailto:" + address : null;
  }

  /** A link to that place. */
  public static String link(String kind, String name) {
    String encoded = URLEncoder.encode(BLANKS.matcher(name).replaceAll("_"), UTF_8);
    return "#" + kind + "=" + encoded.replace("+", "%20");
  }
}
