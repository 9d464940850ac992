package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.RuleSettings;
import dev.patrol.rules.source.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken file of {@code broken/cases.txt} gets exactly the remarks that stand there. */
class BrokenRuleCasesTest {
  private static final String BASE = read("base.drl");

  /** A file that differs from the base in one place. */
  private record Case(String name, String before, String after, List<String> remarks) {
    @Override
    public String toString() {
      return name;
    }

    String text() {
      assertThat(BASE).as("base.drl of case \"%s\"", name).contains(before);
      int at = BASE.indexOf(before);
      return BASE.substring(0, at) + after + BASE.substring(at + before.length());
    }
  }

  private static String read(String name) {
    try (var in = BrokenRuleCasesTest.class.getResourceAsStream("broken/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Case> cases() {
    return Arrays.stream(read("cases.txt").split("\n## ", -1)).skip(1).map(BrokenRuleCasesTest::of);
  }

  private static Case of(String block) {
    List<String> lines = block.lines().toList();
    List<String> remarks = new ArrayList<>();
    for (String line : lines.subList(3, lines.size())) {
      if (!line.isEmpty()) {
        assertThat(line).as(lines.get(0)).startsWith("=");
        remarks.add(line.substring(1));
      }
    }
    return new Case(lines.get(0), edit(lines.get(1), "-"), edit(lines.get(2), "+"), remarks);
  }

  private static String edit(String line, String sign) {
    assertThat(line).startsWith(sign);
    return line.substring(1)
        .replace("\\\\", "\u0000")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\u0000", "\\");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_file_gets_its_remarks_at_their_places(Case broken, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("broken.drl"), broken.text());
    List<String> remarks =
        RuleBook.check(folder, RuleSettings.NONE).remarks().stream()
            .map(Remark::toString)
            .map(text -> text.replace(folder + "/", ""))
            .toList();
    assertThat(remarks)
        .as(broken.name())
        .zipSatisfy(
            broken.remarks(),
            (actual, expected) -> {
              int words = expected.indexOf(' ');
              assertThat(actual)
                  .startsWith("broken.drl:" + expected.substring(0, words) + ": ")
                  .contains(expected.substring(words + 1));
            });
  }
}
