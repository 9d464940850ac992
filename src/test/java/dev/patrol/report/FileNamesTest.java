package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void a_plain_name_stays_as_it_is() {
    assertThat(new FileNames().of("crm-list_2.v1")).isEqualTo("crm-list_2.v1");
  }

  @Test
  void a_name_that_some_system_gives_a_meaning_is_changed() {
    FileNames names = new FileNames();
    assertThat(names.of("nul.x")).startsWith("_nul.x-");
    assertThat(names.of("../../x")).startsWith("_.._.._x-").doesNotContain("/");
    assertThat(names.of("")).startsWith("_-");
  }

  @Property
  void names_are_safe_and_never_twice_the_same(@ForAll List<String> wanted) {
    FileNames names = new FileNames();
    Set<String> given = new HashSet<>();
    for (String name : wanted) {
      String safe = names.of(name);
      assertThat(safe).matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
      assertThat(given.add(safe.toLowerCase(Locale.ROOT))).isTrue();
    }
  }
}
