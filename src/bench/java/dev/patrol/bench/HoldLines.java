package dev.patrol.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a short script would do: reads all rows of an inventory before it looks at any. */
final class HoldLines {
  private HoldLines() {}

  /** Prints how many rows the CSV files of the folder in {@code args[0]} hold. */
  public static void main(String[] args) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[0]), "*.csv")) {
      for (Path file : files) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          rows.add(List.of(line.split(",", -1)));
        }
      }
    }
    System.out.println(rows.size());
  }
}
