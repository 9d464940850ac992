package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Place;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** One of the inventory's files, checked as a whole, whose rows can be read. */
final class CsvFile {
  private final Path path;
  private final Snapshot snapshot;
  private final Encoding encoding;
  private final Header header;

  /** What is done with each row of the file. */
  interface Visitor {
    /** A row that could be taken apart, and where it stands in the file, in bytes. */
    void row(Row row, long offset, int length);

    /** A row that could not, and the cells before the damage. */
    void damaged(Place place, List<String> soundCells);
  }

  private CsvFile(Path path, Snapshot snapshot, Encoding encoding, Header header) {
    this.path = path;
    this.snapshot = snapshot;
    this.encoding = encoding;
    this.header = header;
  }

  /**
   * Checks encoding and header.
   *
   * @throws ProblemsException when the file is missing or cannot be used as a whole
   */
  static CsvFile open(Path folder, Sheet sheet, InventoryOptions options) {
    Path path = folder.resolve(sheet.file());
    try {
      Snapshot snapshot = Snapshot.of(path);
      if (!Files.isRegularFile(path)) {
        throw new ProblemsException(Problem.in(FileName.of(path), "expected a file"));
      }
      Encoding encoding = Encoding.of(path, options.charset());
      try (RowScanner rows = scanner(path, encoding)) {
        return new CsvFile(path, snapshot, encoding, header(rows, path, sheet, encoding));
      }
    } catch (NoSuchFileException e) {
      throw new ProblemsException(Problem.in(FileName.of(path), "there is no such file"));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  Path path() {
    return path;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Encoding encoding() {
    return encoding;
  }

  Header header() {
    return header;
  }

  /** Reads all rows once, in the file's order. */
  void read(Issues issues, Visitor visitor) {
    CellParser parser = new CellParser();
    try (RowScanner rows = scanner(path, encoding)) {
      rows.next();
      rows.expectCells(header.size());
      while (rows.next()) {
        Place place = new Place(header.sheet().file(), rows.line());
        List<String> cells = parser.parse(rows.text(encoding.charset()));
        if (rows.damage() != null) {
          report(rows, rows.damage(), place, issues);
          visitor.damaged(place, cells);
          continue;
        }
        if (rows.looseCell() >= 0) {
          issues.add(
              place,
              header.column(rows.looseCell()),
              "",
              Damage.STRAY_QUOTE.expectation() + "; it was read as it stands");
        }
        visitor.row(new Row(header, cells, place, issues), rows.offset(), rows.length());
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    snapshot.verify();
  }

  /** Adds the file's name and contents to a digest. */
  void feed(MessageDigest digest) {
    digest.update(header.sheet().file().getBytes(UTF_8));
    try (InputStream in = Files.newInputStream(path)) {
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        digest.update(part, 0, n);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    snapshot.verify();
  }

  /** The value is left out: what a damaged row holds, and in which column, is anybody's guess. */
  private void report(RowScanner rows, Damage damage, Place place, Issues issues) {
    boolean count = damage == Damage.CELL_COUNT;
    String found = rows.cells() > header.size() ? "more" : String.valueOf(rows.cells());
    issues.add(
        place,
        count ? "" : header.column(rows.cells() - 1),
        "",
        count
            ? "expected %d cells as in the header, found %s".formatted(header.size(), found)
            : damage.expectation());
  }

  private static Header header(RowScanner rows, Path path, Sheet sheet, Encoding encoding)
      throws IOException {
    if (!rows.next()) {
      throw new ProblemsException(
          Problem.in(FileName.of(path), "expected a header row, the file is empty"));
    }
    if (rows.damage() != null) {
      throw new ProblemsException(
          new Problem(
              FileName.of(path),
              Math.toIntExact(rows.line()),
              0,
              "the header cannot be read: " + rows.damage().expectation()));
    }
    List<String> cells = new CellParser().parse(rows.text(encoding.charset()));
    return Header.of(sheet, cells, path, rows.line());
  }

  private static RowScanner scanner(Path path, Encoding encoding) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path);
    channel.position(encoding.mark());
    return new RowScanner(channel);
  }

  static ProblemsException unreadable(Path path, IOException cause) {
    ProblemsException problem =
        new ProblemsException(
            Problem.in(
                FileName.of(path),
                "cannot be read: "
                    + cause.getClass().getSimpleName()
                    + (cause.getMessage() == null ? "" : " " + cause.getMessage())));
    problem.initCause(cause);
    return problem;
  }
}
