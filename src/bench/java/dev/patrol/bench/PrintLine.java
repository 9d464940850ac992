package dev.patrol.bench;

/** The least that a JVM can do: the peer of everything that starts. */
final class PrintLine {
  private PrintLine() {}

  public static void main(String[] args) {
    System.out.println("done");
  }
}
