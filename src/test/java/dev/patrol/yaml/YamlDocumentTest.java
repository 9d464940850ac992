package dev.patrol.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node.Empty;
import dev.patrol.yaml.Node.Entry;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.Node.Scalar;
import dev.patrol.yaml.Node.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
  @Test
  void every_part_knows_where_it_stands() {
    assertThat(parse("zone: 'UTC'\nlimits:\n  - 1.50\n  - {on: yes, off: ~}\n"))
        .isEqualTo(
            new Mapping(
                1,
                1,
                List.of(
                    new Entry(1, 1, "zone", new Scalar(1, 7, "UTC")),
                    new Entry(
                        2,
                        1,
                        "limits",
                        new Sequence(
                            3,
                            3,
                            List.of(
                                new Scalar(3, 5, "1.50"),
                                new Mapping(
                                    4,
                                    5,
                                    List.of(
                                        new Entry(4, 6, "on", new Scalar(4, 10, "yes")),
                                        new Entry(4, 15, "off", new Empty(4, 20))))))))));
  }

  @Test
  void a_name_given_twice_is_kept_twice() {
    assertThat(parse("a: 1\na: 2"))
        .isEqualTo(
            new Mapping(
                1,
                1,
                List.of(
                    new Entry(1, 1, "a", new Scalar(1, 4, "1")),
                    new Entry(2, 1, "a", new Scalar(2, 4, "2")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "~", "---\n"})
  void a_document_may_be_empty(String text) {
    assertThat(parse(text)).isInstanceOf(Empty.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [&a 1, *a]      | 1:8: aliases are not supported, write the value out
          a: 1\\n---\\nb: 2 | 3:1: expected one document, found a second one
          a: b: c         | 1:5: not valid YAML: mapping values are not allowed here
          """)
  void what_cannot_be_read_is_one_problem_with_its_place(String text, String problem) {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> parse(text.replace("\\n", "\n")))
        .withMessageStartingWith("some.yaml:" + problem);
  }

  @Test
  void a_syntax_error_does_not_quote_the_file() {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> parse("tokens: [{value: pat_TESTONLY000000000001\n"))
        .withMessageContaining("not valid YAML")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("TESTONLY", "\n"));
  }

  private static Node parse(String text) {
    return YamlDocument.parse("some.yaml", text);
  }
}
