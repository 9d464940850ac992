package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Token;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncodingTest {
  private static final String TOKENS = "token,kind,owner\nt1,pat,\"李雷\n镕𠮷\"\nt2,sat,韩梅梅\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeTheOtherFiles() {
    Inventories.write(
        folder, TOKENS, "workspace\n", "endpoint,token,method,url\ne1,t1,GET,https://a\n");
  }

  @Test
  void utf_8_is_read_with_and_without_mark() throws IOException {
    assertThat(owners(UTF_8)).containsExactly("李雷\n镕𠮷", "韩梅梅");
    writeTokens("\uFEFF" + TOKENS, UTF_8);
    assertThat(owners(UTF_8)).containsExactly("李雷\n镕𠮷", "韩梅梅");
  }

  @Test
  void gb18030_is_refused_with_advice_when_it_is_not_configured() throws IOException {
    writeTokens(TOKENS, InventoryOptions.GB18030);
    assertRefused(UTF_8)
        .hasMessageContaining("tokens.csv:2: byte 9 of the line (byte 26 of the file) is not UTF-8")
        .hasMessageContaining("looks like GB18030")
        .hasMessageContaining("iconv -f GB18030 -t UTF-8")
        .hasMessageContaining("inventory.encoding: GB18030");
  }

  @Test
  void gb18030_is_read_when_it_is_configured() throws IOException {
    writeTokens(TOKENS, InventoryOptions.GB18030);
    assertThat(owners(InventoryOptions.GB18030)).containsExactly("李雷\n镕𠮷", "韩梅梅");
    writeTokens("\uFEFF" + TOKENS, InventoryOptions.GB18030);
    assertThat(owners(InventoryOptions.GB18030)).containsExactly("李雷\n镕𠮷", "韩梅梅");
  }

  @Test
  void the_mark_of_utf_8_counts_more_than_the_configured_encoding() throws IOException {
    writeTokens("\uFEFF" + TOKENS, UTF_8);
    assertThat(owners(InventoryOptions.GB18030)).containsExactly("李雷\n镕𠮷", "韩梅梅");
  }

  @Test
  void utf_8_is_refused_when_gb18030_is_configured() {
    assertRefused(InventoryOptions.GB18030)
        .hasMessageContaining("tokens.csv:1: is UTF-8, but inventory.encoding says GB18030");
  }

  @Test
  void broken_gb18030_is_refused_with_its_place() throws IOException {
    byte[] bytes = TOKENS.getBytes(InventoryOptions.GB18030);
    bytes[bytes.length - 2] = (byte) 0xFF;
    Files.write(folder.resolve("tokens.csv"), bytes);
    assertRefused(InventoryOptions.GB18030)
        .hasMessageContaining("tokens.csv:4: byte 12 of the line");
  }

  @Test
  void utf_16_is_refused_with_and_without_mark() throws IOException {
    writeTokens(TOKENS, UTF_16);
    assertRefused(UTF_8).hasMessageContaining("looks like UTF-16");
    writeTokens(TOKENS, UTF_16LE);
    assertRefused(UTF_8).hasMessageContaining("looks like UTF-16");
  }

  @Test
  void other_encodings_are_refused_as_unknown() throws IOException {
    writeTokens("token,kind,owner\r\nt1,pat,José Müller\r\n", ISO_8859_1);
    assertRefused(UTF_8)
        .hasMessageContaining("tokens.csv:2: byte 11 of the line")
        .hasMessageContaining("its encoding is unknown");
  }

  @Test
  void a_character_cut_off_at_the_end_of_the_file_is_refused() throws IOException {
    byte[] bytes = (TOKENS + "t3,pat,韩").getBytes(UTF_8);
    Files.write(folder.resolve("tokens.csv"), Arrays.copyOf(bytes, bytes.length - 1));
    assertRefused(UTF_8).hasMessageContaining("tokens.csv:5: byte 8 of the line");
  }

  @Test
  void a_character_on_the_border_of_two_reads_is_whole() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String note = "x".repeat((1 << 16) - 30 + shift) + "𠮷扣子".repeat(10);
      writeTokens("token,kind,owner\nt1,pat," + note, UTF_8);
      assertThat(owners(UTF_8)).containsExactly(note);
      writeTokens("token,kind,owner\nt1,pat," + note, InventoryOptions.GB18030);
      assertThat(owners(InventoryOptions.GB18030)).containsExactly(note);
    }
  }

  private List<String> owners(Charset charset) {
    return Inventories.open(folder, charset).tokens().stream().map(Token::owner).toList();
  }

  private AbstractThrowableAssert<?, ?> assertRefused(Charset charset) {
    return assertThatThrownBy(() -> Inventories.open(folder, charset))
        .isInstanceOf(ProblemsException.class);
  }

  private void writeTokens(String text, Charset charset) throws IOException {
    Files.write(folder.resolve("tokens.csv"), text.getBytes(charset));
  }
}
