package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class RowScannerTest {
  /** A row as it was found: where, and its cells, or what is wrong with it. */
  private record Found(long line, long offset, int length, Object content) {}

  @Property(tries = 500)
  void any_way_to_write_a_table_is_read_back_exactly(
      @ForAll("tables") List<List<String>> table, @ForAll Random chance) throws IOException {
    CellParser parser = new CellParser();
    for (Charset charset : List.of(UTF_8, InventoryOptions.GB18030)) {
      byte[] bytes = Tables.write(table, chance).getBytes(charset);

      List<Found> rows = scan(bytes, charset, table.get(0).size());

      assertThat(rows.stream().map(Found::content)).containsExactlyElementsOf(table);
      for (Found row : rows) {
        byte[] slice =
            Arrays.copyOfRange(bytes, (int) row.offset(), (int) row.offset() + row.length());
        assertThat(parser.parse(new String(slice, charset))).isEqualTo(row.content());
        assertThat(row.line()).isEqualTo(lineAt(bytes, (int) row.offset()));
      }
    }
  }

  @Property
  void whatever_the_bytes_reading_comes_to_an_end_and_finds_rows_in_order(
      @ForAll("noise") String noise) throws IOException {
    List<Found> rows = scan(noise.getBytes(UTF_8), UTF_8, 3);

    assertThat(rows).extracting(Found::line).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_line_break_may_stand_anywhere_in_the_file() throws IOException {
    for (int length = 65_520; length < 65_550; length++) {
      String text = "x".repeat(length) + "\r\n\r\n\"unclosed\r\nb\r\n";

      assertThat(scan(text.getBytes(UTF_8), UTF_8, 1))
          .as("a break at %d", length)
          .extracting(Found::line)
          .containsExactly(1L, 3L, 4L);
    }
  }

  @Test
  void an_unclosed_quote_costs_its_own_line_only() throws IOException {
    assertThat(scan("a,\"b\nc,d\n\"e\",f\n", 2))
        .extracting(Found::line, Found::content)
        .containsExactly(
            tuple(1L, Damage.UNCLOSED_QUOTE),
            tuple(2L, List.of("c", "d")),
            tuple(3L, List.of("e", "f")));
  }

  @Test
  void a_row_over_several_lines_with_a_wrong_number_of_cells_costs_its_first_line_only()
      throws IOException {
    assertThat(scan("a,\"b\nc,d\",e\nf,g\n", 2))
        .extracting(Found::line, Found::content)
        .containsExactly(
            tuple(1L, Damage.CELL_COUNT),
            tuple(2L, Damage.STRAY_QUOTE),
            tuple(3L, List.of("f", "g")));
  }

  @Test
  void a_quoted_cell_longer_than_a_mebibyte_counts_as_unclosed() throws IOException {
    String longest = "x".repeat(RowScanner.LONGEST_QUOTED);

    assertThat(scan("\"" + longest + "\",1\n\"" + longest + "xx\",2\n3,4", 2))
        .extracting(Found::content)
        .containsExactly(List.of(longest, "1"), Damage.UNCLOSED_QUOTE, List.of("3", "4"));
  }

  @Test
  void a_row_without_an_end_is_given_up_and_the_next_line_is_read() throws IOException {
    String endless = "x".repeat(RowScanner.LONGEST_ROW * 2);

    assertThat(scan(endless + "\n" + " ".repeat(RowScanner.LONGEST_ROW * 2) + "\n3,4", 2))
        .extracting(Found::content)
        .containsExactly(Damage.TOO_LONG, Damage.TOO_LONG, List.of("3", "4"));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Tables.tables();
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of("\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "a", "扣", "\u0000")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  private static List<Found> scan(String csv, int cells) throws IOException {
    return scan(csv.getBytes(UTF_8), UTF_8, cells);
  }

  private static List<Found> scan(byte[] bytes, Charset charset, int cells) throws IOException {
    Path file = Files.createTempFile("rows", ".csv");
    try (FileChannel channel = FileChannel.open(Files.write(file, bytes));
        RowScanner scanner = new RowScanner(channel)) {
      scanner.expectCells(cells);
      CellParser parser = new CellParser();
      List<Found> rows = new ArrayList<>();
      while (scanner.next()) {
        List<String> content = parser.parse(scanner.text(charset));
        Damage damage = scanner.damage();
        rows.add(
            new Found(
                scanner.line(),
                scanner.offset(),
                scanner.length(),
                damage == null ? content : damage));
      }
      return rows;
    } finally {
      Files.delete(file);
    }
  }

  private static long lineAt(byte[] bytes, int offset) {
    String before = UTF_8.decode(ByteBuffer.wrap(bytes, 0, offset)).toString();
    return before.replace("\r\n", "\n").replace('\r', '\n').chars().filter(c -> c == '\n').count()
        + 1;
  }
}
