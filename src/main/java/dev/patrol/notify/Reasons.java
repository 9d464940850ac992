package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes reasons of what the other side says, which may repeat a secret that it was sent. */
final class Reasons {
  private static final int LONGEST = 240;

  /** Shorter parts of a URL, such as {@code /send}, are no secrets. */
  private static final int SHORTEST_PART = 8;

  private final List<String> hidden;

  private Reasons(List<String> hidden) {
    this.hidden = hidden;
  }

  /** Hides these secrets, and what a URL among them holds; null stands for none. */
  static Reasons hiding(@Nullable Secret... secrets) {
    List<String> hidden = new ArrayList<>();
    Stream.of(secrets)
        .filter(Objects::nonNull)
        .map(Secret::unwrap)
        .forEach(value -> hidden.addAll(forms(value)));
    // A secret goes before its own parts, which would leave the rest of it.
    hidden.sort(Comparator.comparing(String::length).reversed());
    return new Reasons(hidden);
  }

  /** A single line without any secret. */
  String of(String text) {
    String clean = text;
    for (String each : hidden) {
      clean = clean.replace(each, Redaction.MARK);
    }
    return PlainText.line(Redaction.mask(clean), LONGEST);
  }

  private static List<String> forms(String value) {
    List<String> forms = new ArrayList<>();
    forms.add(value);
    forms.add(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
    int host = value.indexOf("://");
    if (host > 0) {
      int path = value.indexOf('/', host + 3);
      String rest = path < 0 ? "" : value.substring(path);
      Stream.of(rest.split("[/?&=]"))
          .filter(part -> part.length() >= SHORTEST_PART)
          .flatMap(part -> Stream.of(part, decoded(part)))
          .forEach(forms::add);
    }
    return forms;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }
}
