package dev.patrol.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells this machine's own name from one that a page of the internet made up for it. */
final class Hosts {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");

  private Hosts() {}

  /** Whether a Host header names this machine from within. */
  static boolean isLoopback(@Nullable String header) {
    return header != null && LOOPBACK.matcher(header.toLowerCase(Locale.ROOT)).matches();
  }
}
