package dev.patrol.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes the same reports again and again in a fresh JVM, the first time cold, and prints what each
 * turn took; the plain peer has its turn after each.
 */
public final class ReportTurns {
  private ReportTurns() {}

  /**
   * Prints {@code NAME CPU WALL} for each turn.
   *
   * @param args the folder of a published report, a folder for new ones, and how many turns after
   *     the first; the reports of the last turn stay
   */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    JudgedRun run = JudgedRun.of(Path.of(args[0]));
    Path folder = Path.of(args[1]);
    for (int turn = 0; turn <= Integer.parseInt(args[2]); turn++) {
      String kind = turn == 0 ? "cold" : "warm";
      Folders.putAside(folder);
      // What was left behind before is not the reports' to clear away.
      System.gc();
      out.println(line("reports-" + kind, Measured.inProcess(() -> run.write(folder))));
      Path plain = folder.resolve("plain");
      out.println(line("plain-" + kind, Measured.inProcess(() -> PlainRows.write(run, plain))));
      Folders.delete(plain);
    }
  }

  private static String line(String name, Measured turn) {
    return "%s %.3f %.3f".formatted(name, turn.cpuSeconds(), turn.wallSeconds());
  }
}
