package dev.patrol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How large a report is, by kind of file. */
final class ReportSizes {
  private long files;
  private long bytes;
  private long largest;

  private ReportSizes() {}

  static Table of(Path report) throws IOException {
    TreeMap<String, ReportSizes> kinds = new TreeMap<>();
    ReportSizes all = new ReportSizes();
    List<Path> files;
    try (Stream<Path> paths = Files.walk(report)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      long size = Files.size(file);
      all.add(size);
      kinds.computeIfAbsent(kind(report.relativize(file)), fresh -> new ReportSizes()).add(size);
    }
    Table table = new Table("Size", "", "files", "MB", "largest, kB");
    kinds.forEach((kind, sizes) -> sizes.row(kind, table));
    all.row("all", table);
    return table;
  }

  private static String kind(Path file) {
    String name = file.toString();
    Path parent = file.getParent();
    return parent == null ? name : parent + "/*" + name.substring(name.lastIndexOf('.'));
  }

  private void add(long size) {
    files++;
    bytes += size;
    largest = Math.max(largest, size);
  }

  private void row(String kind, Table table) {
    table.row(kind, "" + files, Sample.number(bytes / 1e6), Sample.number(largest / 1e3));
  }
}
