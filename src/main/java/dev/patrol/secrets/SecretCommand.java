package dev.patrol.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.secrets.SecretOutcome.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A configured program that prints a secret. It is run without a shell, so that a key from the
 * inventory is never more than a part of one argument.
 */
final class SecretCommand {
  static final String KEY = "{key}";

  private static final Pattern SAFE_KEY = Pattern.compile("[A-Za-z0-9_./@:+][A-Za-z0-9_./@:+-]*");
  private static final Pattern CLIMBS = Pattern.compile("(^|.*/)\\.\\.(/.*|$)");
  private static final int LONGEST_KEY = 512;

  private final List<String> command;
  private final Duration timeout;

  SecretCommand(List<String> command, Duration timeout) {
    this.command = List.copyOf(command);
    this.timeout = timeout;
  }

  /** What the program prints for the key, or why there is nothing. */
  SecretOutcome run(String source, String key) {
    if (!SAFE_KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
      return new Missing(
          "the key for source '"
              + source
              + "' may hold letters, digits and _./@:+- only and may not begin with -");
    }
    if (CLIMBS.matcher(key).matches()) {
      return new Missing("the key for source '" + source + "' may not climb with ..");
    }
    Process process;
    try {
      // What it prints to stderr may repeat the secret, so nobody gets to see it.
      process = new ProcessBuilder(arguments(key)).redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      return new Missing("the command of source '" + source + "' cannot be started");
    }
    try {
      return outcome(process, "the command of source '" + source + "'");
    } finally {
      destroy(process);
    }
  }

  private List<String> arguments(String key) {
    List<String> arguments = new ArrayList<>(command);
    for (int i = 1; i < arguments.size(); i++) {
      arguments.set(i, arguments.get(i).replace(KEY, key));
    }
    return arguments;
  }

  private SecretOutcome outcome(Process process, String origin) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      closeQuietly(process);
      byte[] printed = printed(process).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (printed.length > SecretStore.LIMIT) {
        return new Missing(origin + " printed more than 16 KiB");
      }
      if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return timedOut(origin);
      }
      if (process.exitValue() != 0) {
        return new Missing(origin + " exited with " + process.exitValue());
      }
      return SecretText.read(new String(printed, UTF_8), "the output of " + origin);
    } catch (TimeoutException e) {
      return timedOut(origin);
    } catch (ExecutionException e) {
      return new Missing("the output of " + origin + " cannot be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Missing(origin + " was interrupted");
    }
  }

  private Missing timedOut(String origin) {
    String after =
        timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    return new Missing(origin + " timed out after " + after);
  }

  /** Reads on a thread of its own, as a read from a pipe has no timeout. */
  private static CompletableFuture<byte[]> printed(Process process) {
    CompletableFuture<byte[]> printed = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (InputStream out = process.getInputStream()) {
                printed.complete(out.readNBytes(SecretStore.LIMIT + 1));
              } catch (IOException e) {
                printed.completeExceptionally(e);
              }
            },
            "secret-command");
    reader.setDaemon(true);
    reader.start();
    return printed;
  }

  private static void closeQuietly(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The program has already gone; its exit code tells what happened.
    }
  }

  private static void destroy(Process process) {
    // Asked first: a process that is gone no longer knows its descendants.
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
