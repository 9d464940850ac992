package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives things from outside file names that every file system takes: no separators, no device
 * names, and never twice the same, whatever the case.
 */
final class FileNames {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final Pattern UNREADABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]+");
  private static final int LONGEST = 80;

  /** File names have room for 255 bytes, and a character takes up to four. */
  private static final int LONGEST_PERSON = 40;

  private static final int HASH_DIGITS = 12;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name made of ASCII letters, digits, dots, underscores and dashes: the given one itself where
   * it is safe and free, else a likeness of it with a hash of the name.
   */
  String of(String name) {
    String likeness = UNSAFE.matcher(name).replaceAll("_");
    if (likeness.length() > LONGEST) {
      likeness = likeness.substring(0, LONGEST);
    }
    likeness = harmless(likeness);
    return likeness.equals(name) && take(likeness) ? likeness : unique(likeness, name);
  }

  /**
   * A name that people recognise theirs in: the letters and digits of any script, and dashes for
   * all that stands between them; with a hash of the name only where it is taken.
   */
  String ofPerson(String name) {
    String likeness = UNREADABLE.matcher(Normalizer.normalize(name, Form.NFC)).replaceAll("-");
    int end = likeness.offsetByCodePoints(0, Math.min(LONGEST_PERSON, points(likeness)));
    likeness = harmless(likeness.substring(0, end));
    return take(likeness) ? likeness : unique(likeness, name);
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String harmless(String likeness) {
    boolean special =
        likeness.isEmpty()
            || ".-".indexOf(likeness.charAt(0)) >= 0
            || DEVICE.matcher(likeness).matches();
    return special ? "_" + likeness : likeness;
  }

  private String unique(String likeness, String name) {
    for (int attempt = 0; ; attempt++) {
      String unique = likeness + "-" + hash(name + "\n" + attempt);
      if (take(unique)) {
        return unique;
      }
    }
  }

  private boolean take(String name) {
    return taken.add(name.toLowerCase(Locale.ROOT));
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
