package dev.patrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.patrol.config.Config;
import dev.patrol.config.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the files for containers and nightly runs in step, without a container engine. */
class DeployTest {
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");
  private static final Pattern MOUNT = Pattern.compile("(?m)^ +- \\./([^:]+):/patrol/");
  private static final Pattern USER = Pattern.compile("(?:USER|runAsUser:|-o) (\\d+)");

  @Test
  void the_build_gets_every_file_that_it_copies() throws IOException {
    List<String> copied =
        groups(COPY, "Dockerfile").flatMap(files -> Arrays.stream(files.split(" "))).toList();
    assertThat(copied).contains("pom.xml", "src/main");
    assertThat(Files.readAllLines(Path.of(".dockerignore"), UTF_8))
        .contains("*")
        .containsAll(copied.stream().map(file -> "!" + file).toList());
    assertThat(copied).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void the_image_holds_the_archive_of_classes_as_its_user_may_not_write_one() throws IOException {
    String image = Files.readString(Path.of("Dockerfile"), UTF_8);
    assertThat(image.indexOf("PATROL_ARCHIVE=now ./patrol"))
        .isGreaterThan(image.lastIndexOf("\nCOPY "))
        .isLessThan(image.indexOf("\nUSER "));
  }

  @Test
  void the_image_holds_the_compiled_rules_of_its_user() throws IOException {
    String image = Files.readString(Path.of("Dockerfile"), UTF_8);
    assertThat(image).contains("XDG_CACHE_HOME=/patrol/cache\n", " -m 0700 cache\n");
    assertThat(image.indexOf("\nRUN ./patrol rules test ")).isGreaterThan(image.indexOf("\nUSER "));
  }

  @Test
  void what_is_mounted_into_a_node_is_there() throws IOException {
    List<String> mounted = groups(MOUNT, "compose.yaml").toList();
    assertThat(mounted).contains("src/deploy/cluster.yaml");
    assertThat(mounted).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void the_image_and_the_job_name_one_user() throws IOException {
    assertThat(groups(USER, "Dockerfile").toList()).hasSize(3).containsOnly("10001");
    assertThat(groups(USER, "src/deploy/cronjob.yaml").toList()).containsExactly("10001");
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1"})
  void a_container_is_as_healthy_as_its_scheduler_says(int status, int code) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/healthz",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      assertThat(health(server.getAddress().getPort())).isEqualTo(code);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_container_that_serves_no_pages_is_healthy_while_it_lives() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(health(free)).isZero();
  }

  private static int health(int port) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "src/deploy/health");
    builder.environment().put("PATROL_HEALTH_PORT", String.valueOf(port));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    assertThat(output).doesNotContain("src/deploy/health:");
    return code;
  }

  private static Stream<String> groups(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of(file), UTF_8))
        .results()
        .map((MatchResult match) -> match.group(1));
  }

  @Test
  void the_settings_of_the_nodes_are_settings() {
    Config nodes = Config.read(Path.of("src", "deploy", "cluster.yaml"));
    assertThat(nodes.schedules()).containsOnlyKeys("nightly");
    assertThat(nodes.store()).isNotNull();
    assertThat(nodes.http()).isEqualTo(new Http("0.0.0.0", 9464));
  }
}
