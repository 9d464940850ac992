package dev.patrol.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTypesTest {
  private final AllowedTypes usual = AllowedTypes.with(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.patrol.model.Token",
        "java.lang.String",
        "java.util.List",
        "java.util.Map$Entry",
        "java.time.Instant",
        "java.time.temporal.ChronoUnit",
        "java.math.BigDecimal",
        "java.util.stream.Collectors",
      })
  void the_model_and_harmless_types_are_open(String name) {
    assertThat(usual.allows(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Runtime",
        "java.lang.System",
        "java.lang.Thread",
        "java.lang.Class",
        "java.lang.ProcessBuilder",
        "java.lang.ClassLoader",
        "java.lang.reflect.Method",
        "java.io.File",
        "java.net.URI",
        "java.util.Formatter",
        "java.util.Timer",
        "java.util.ServiceLoader",
        "java.util.concurrent.Executors",
        "dev.patrol.cli.Main",
        "dev.patrol.modelling.Any",
        "Unpackaged",
      })
  void whatever_reaches_out_is_closed(String name) {
    assertThat(usual.allows(name)).isFalse();
  }

  @Test
  void the_settings_open_classes_and_packages() {
    AllowedTypes more = AllowedTypes.with(List.of("java.net.URI", "com.example.rules.*"));
    assertThat(more.allows("java.net.URI")).isTrue();
    assertThat(more.allows("java.net.URL")).isFalse();
    assertThat(more.allows("com.example.rules.Teams")).isTrue();
    assertThat(more.allows("com.example.rules.deep.Teams")).isFalse();
  }

  @Test
  void a_package_is_open_in_part() {
    assertThat(usual.allowsSomeOf("java.util")).isTrue();
    assertThat(usual.allowsSomeOf("java.io")).isFalse();
  }
}
