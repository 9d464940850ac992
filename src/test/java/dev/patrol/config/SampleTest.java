package dev.patrol.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Policy;
import dev.patrol.model.SecretReference;
import dev.patrol.model.Severity;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Mapping;
import dev.patrol.yaml.YamlDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the commented {@code patrol.yaml} in step with the settings that there are. */
class SampleTest {
  private static final Path SAMPLE = Path.of("patrol.yaml");

  @Test
  void the_sample_as_it_stands_changes_nothing() {
    assertThat(Config.read(SAMPLE)).isEqualTo(Config.DEFAULT);
  }

  @Test
  void the_sample_names_every_setting() throws IOException {
    Set<String> named = new TreeSet<>();
    collect("", YamlDocument.parse("patrol.yaml", switchedOn()), named);
    assertThat(named).containsAll(ConfigFile.settings());
  }

  @Test
  void the_sample_shows_the_defaults() throws IOException {
    Config sample = ConfigFile.parse("patrol.yaml", switchedOn());
    Config or = Config.DEFAULT;
    assertThat(sample.inventory()).isEqualTo(or.inventory());
    assertThat(sample.rules().folder()).isEqualTo(or.rules().folder());
    assertThat(sample.reports()).isEqualTo(or.reports());
    assertThat(sample.language()).isEqualTo(or.language());
    assertThat(sample.failOn()).isEqualTo(or.failOn());
    assertThat(sample.secretsTimeout()).isEqualTo(or.secretsTimeout());
    assertThat(sample.probe()).isEqualTo(or.probe());
    assertThat(sample.keepDays()).isEqualTo(or.keepDays());
    assertThat(sample.report().csvBom()).isEqualTo(or.report().csvBom());
    assertThat(sample.report().alarmDays()).isEqualTo(or.report().alarmDays());
    assertThat(sample.notices().expiryDays()).isEqualTo(or.notices().expiryDays());
    assertThat(sample.notices().holdBack()).isEqualTo(or.notices().holdBack());
    assertThat(sample.policy())
        .usingRecursiveComparison()
        .ignoringFields("selfHosted", "values", "lists")
        .isEqualTo(Policy.DEFAULT);
  }

  @Test
  void the_sample_shows_an_example_where_the_default_is_nothing() throws IOException {
    Config sample = ConfigFile.parse("patrol.yaml", switchedOn());
    assertThat(sample.zone().getId()).isEqualTo("Asia/Shanghai");
    assertThat(sample.report().fallbackContact())
        .isEqualTo(new Report.Contact("Platform team", "platform@example.com"));
    assertThat(sample.catalog()).hasSize(1);
    assertThat(sample.hosts())
        .allSatisfy(host -> assertThat(host.site()).isNotNull())
        .extracting(Host::selfHosted)
        .containsExactly(true);
    assertThat(sample.routes()).containsEntry("api.coze.cn", URI.create("https://10.0.0.8:8443"));
    assertThat(sample.secrets())
        .isEqualTo(
            Map.of(
                "vault",
                new Command(List.of("vault", "kv", "get", "-field=token", "secret/coze/{key}"))));
    assertThat(sample.policy().values()).hasSize(2);
    assertThat(sample.policy().lists()).hasSize(1);
    assertThat(sample.rules().settings().off()).containsExactly("limit-near");
    assertThat(sample.rules().settings().severities()).hasSize(1);
    assertThat(sample.rules().settings().allowedImports()).hasSize(1);
    assertThat(sample.store())
        .isEqualTo(
            new StoreAccess(
                "jdbc:postgresql://db.example.internal:5432/patrol",
                "patrol",
                new SecretReference("env", "PATROL_STORE_PASSWORD")));
    assertThat(sample.schedules().keySet()).containsExactly("nightly", "weekly");
    assertThat(sample.forSchedule("weekly").failOn()).isEqualTo(Severity.HIGH);
    assertThat(sample.http()).isEqualTo(Http.DEFAULT);
    assertThat(sample.notices().mail()).isNotNull();
    assertThat(sample.notices().webhooks().keySet()).containsExactly("ops");
    assertThat(sample.notices().admin())
        .isEqualTo(new Contact("Platform team", "platform@example.com"));
  }

  @Test
  void every_setting_is_explained_above_or_belongs_to_one_that_is() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE, UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("#[a-z-]+:.*")) {
        assertThat(lines.get(i - 1)).as("the line above %s", lines.get(i)).startsWith("## ");
      }
    }
  }

  /** The sample with one {@code #} less at the begin of each line. */
  private static String switchedOn() throws IOException {
    return Files.readString(SAMPLE, UTF_8).replaceAll("(?m)^#", "");
  }

  private static void collect(String path, Node node, Set<String> named) {
    if (node instanceof Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        String name = path.isEmpty() ? entry.name() : path + "." + entry.name();
        named.add(name);
        collect(name, entry.value(), named);
      }
    }
  }
}
