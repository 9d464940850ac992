package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the guide for authors says about facts is compared with the model; {@code mvn test
 * -Dtest=WritingTest -Dwriting.update=true} writes it anew.
 */
class WritingTest {
  private static final Path GUIDE = Path.of("rules", "WRITING.md");

  @Test
  void facts_and_calls_stand_in_the_guide_as_the_model_has_them() throws IOException {
    FactReference reference = FactReference.read();
    String guide = Files.readString(GUIDE, UTF_8);
    String fresh =
        between(between(guide, "audit", reference.audit()), "facts", reference.markdown());
    if (Boolean.getBoolean("writing.update")) {
      Files.writeString(GUIDE, fresh, UTF_8);
    } else {
      assertThat(guide)
          .as("run mvn test -Dtest=WritingTest -Dwriting.update=true")
          .isEqualTo(fresh);
    }
  }

  @Test
  void every_type_that_a_fact_leads_to_is_explained() throws IOException {
    assertThat(FactReference.read().unexplained()).isEmpty();
  }

  @Test
  void every_field_has_a_meaning() throws IOException {
    assertThat(FactReference.read().markdown()).doesNotContainPattern("` \\| `[^|]+` \\|  \\|");
  }

  private static String between(String guide, String name, String content) {
    String begin = "<!-- begin " + name + " -->\n";
    String end = "<!-- end " + name + " -->";
    int from = guide.indexOf(begin);
    int to = guide.indexOf(end);
    assertThat(from).as(begin).isNotNegative();
    assertThat(to).as(end).isGreaterThan(from);
    return guide.substring(0, from + begin.length()) + "\n" + content + "\n" + guide.substring(to);
  }
}
