package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives things from outside file names that every file system takes: letters, digits, dots,
 * underscores and dashes, no device names, and never twice the same, whatever the case.
 */
final class FileNames {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final int LONGEST = 80;
  private static final int HASH_DIGITS = 12;

  private final Set<String> taken = new HashSet<>();

  /** The name itself where it is safe and free, else a likeness of it with a hash of the name. */
  String of(String name) {
    String likeness = UNSAFE.matcher(name).replaceAll("_");
    if (likeness.length() > LONGEST) {
      likeness = likeness.substring(0, LONGEST);
    }
    if (likeness.isEmpty() || likeness.startsWith(".") || DEVICE.matcher(likeness).matches()) {
      likeness = "_" + likeness;
    }
    if (likeness.equals(name) && take(likeness)) {
      return likeness;
    }
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
