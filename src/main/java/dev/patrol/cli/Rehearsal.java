package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Does on a few made-up rows what Patrol does every day, so that the JVM can archive the classes
 * that it takes. Nothing of the user's is read but the rules, and nothing is sent to any other
 * machine.
 */
public final class Rehearsal {
  private static final List<String> INVENTORY =
      List.of("tokens.csv", "workspaces.csv", "endpoints.csv", "waivers.csv", "sandbox.yaml");

  private static final List<String> SECRETS = List.of("good", "void");

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param args the folder to work in, which is made, and the folder of the rules
   * @throws IllegalStateException when a command could not run
   */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    // Rules of the user's own may find or fail what they like.
    if (rehearse(Path.of(args[0]), args[1]) == ExitCode.COULD_NOT_RUN.number()) {
      throw new IllegalStateException("a command could not run");
    }
  }

  /** The worst exit code of all commands. */
  static int rehearse(Path folder, String rules) throws IOException {
    Path inventory = Files.createDirectories(folder.resolve("inventory"));
    for (String name : INVENTORY) {
      copy(name, inventory);
    }
    for (String name : SECRETS) {
      copy(name, inventory);
    }
    copy("patrol.yaml", folder);
    int worst = patrol(folder, "audit", "--sandbox", "--rules", rules);
    // The second one finds a run before it.
    worst = Math.max(worst, patrol(folder, "audit", "--offline", "--rules", rules));
    return Math.max(worst, patrol(folder, "history"));
  }

  private static void copy(String name, Path folder) throws IOException {
    try (InputStream resource = Rehearsal.class.getResourceAsStream("rehearsal/" + name)) {
      Files.copy(Objects.requireNonNull(resource, name), folder.resolve(name));
    }
  }

  private static int patrol(Path folder, String command, String... options) {
    String[] line = new String[options.length + 3];
    line[0] = command;
    line[1] = "--config";
    line[2] = folder.resolve("patrol.yaml").toString();
    System.arraycopy(options, 0, line, 3, options.length);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    return Main.run(nowhere, err, line);
  }
}
