package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n@x", " =1", "\u00A0-1", "\u3000＝1",
        "＝1", "＋1", "－1", "＠x", "﹦1", "\uFEFF=1", "\u200B=1", "\u202E=1", "\u0000=1", "\u0085=1",
        "=cmd|' /C calc'!A0", "-", "\t",
      })
  void a_text_cell_is_never_a_formula(String hostile) throws IOException {
    assertThat(cells(hostile, List.of("a", hostile)))
        .allMatch(cell -> cell.startsWith("'") || cell.startsWith("a;'"));
  }

  @Test
  void numbers_stay_numbers_where_the_column_is_numeric() throws IOException {
    assertThat(cells(-1, 7L, CsvFile.number("-5"), CsvFile.number("4101")))
        .containsExactly("-1", "7", "-5", "4101");
    assertThat(cells(CsvFile.number("-5+1"), CsvFile.number("00"), CsvFile.number("=1"), null))
        .containsExactly("'-5+1", "00", "'=1", "");
  }

  @Property(tries = 500)
  void any_text_stays_in_its_cell(@ForAll String text) throws IOException {
    List<String> cells = cells(text, "next");
    assertThat(cells).hasSize(2).last().isEqualTo("next");
    assertThat(cells.get(0)).isIn(SafeText.name(text), "'" + SafeText.name(text));
  }

  private static List<String> cells(@Nullable Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvFile file =
        new CsvFile(out, String.join(",", Arrays.stream(cells).map(c -> "h").toList()))) {
      file.row(cells);
    }
    return CSVFormat.RFC4180
        .parse(new StringReader(out.toString(UTF_8)))
        .getRecords()
        .get(1)
        .toList();
  }
}
