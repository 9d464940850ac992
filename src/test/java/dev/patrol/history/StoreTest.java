package dev.patrol.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Secret;
import dev.patrol.problem.ProblemsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  private final Path folder;

  StoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static void record(Store store, String id) {
    try (Chronicle chronicle = store.begin(Made.header("team", id, Made.FIRST_NIGHT), List.of())) {
      chronicle.compareAcross(List.of(), Set.of(), Set.of());
      chronicle.commit(Made.TOTALS, Made.FIRST_NIGHT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reports", "my reports", "夜间 报告", "a;b", "a?b=c", "x%20y#z"})
  void a_folder_may_be_called_anything(String name) throws IOException {
    Path reports = folder.resolve(name);
    StoreLocation location = StoreLocation.embedded(reports);
    assertThat(location.isMissing()).isTrue();
    try (Store store = Store.open(location)) {
      record(store, "one");
    }
    assertThat(reports.resolve(".patrol/store.mv.db")).isRegularFile();
    assertThat(location.isMissing()).isFalse();
    try (Store store = Store.open(location)) {
      assertThat(store.archive().named("one")).hasSize(1);
      assertThat(store.isShared()).isFalse();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(reports);
    }
  }

  @Test
  void only_its_owner_may_enter_the_folder() throws IOException {
    Path reports = folder.resolve("reports");
    Files.createDirectories(
        reports.resolve(".patrol"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Store.open(StoreLocation.embedded(reports)).close();
    assertThat(Files.getPosixFilePermissions(reports.resolve(".patrol")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void opening_says_nothing_on_the_standard_streams() throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(ear);
      System.setErr(ear);
      Store.open(StoreLocation.embedded(folder)).close();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void the_newest_migration_is_known() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.matches("V[0-9]+__.*"))
                  .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('_'))))
                  .max())
          .hasValue(Schema.NEWEST);
    }
  }

  @Test
  void a_store_of_a_newer_product_is_refused() {
    StoreLocation location = StoreLocation.embedded(folder);
    try (Store store = Store.open(location)) {
      store
          .transactions()
          .run(
              connection ->
                  update(
                      connection,
                      "UPDATE \"patrol_schema\" SET \"version\" = '99'"
                          + " WHERE \"version\" = '"
                          + Schema.NEWEST
                          + "'"));
    }
    assertThatThrownBy(() -> Store.open(location))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("are of version 99, expected " + Schema.NEWEST + " at most");
  }

  private static int update(Connection connection, String sql) throws java.sql.SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  @Test
  void an_unknown_scheme_is_a_problem() {
    assertProblem(
        new StoreLocation("jdbc:mysql://host/db?password=hidden1", null, null),
        "store: expected a URL that begins with jdbc:postgresql: or jdbc:h2:, got"
            + " \"jdbc:mysql://host/db\"");
  }

  @Test
  void a_damaged_file_is_a_problem() throws IOException {
    StoreLocation location = StoreLocation.embedded(folder);
    Path file = folder.resolve(".patrol/store.mv.db");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no database at all ".repeat(1_000));
    assertProblem(location, "the file is damaged or of another version");
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_a_problem() throws IOException {
    Path reports = Files.writeString(folder.resolve("reports"), "");
    assertProblem(StoreLocation.embedded(reports), reports + ": expected a folder, found a file");
    Path hidden = Files.writeString(folder.resolve(".patrol"), "");
    assertProblem(StoreLocation.embedded(folder), hidden + ": expected a folder, found a file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_folder_that_cannot_be_written_to_is_a_problem() {
    assertProblem(
        StoreLocation.embedded(Path.of("/proc/reports")),
        "/proc: expected a folder that this user can write to, found one of root (r-xr-xr-x)");
  }

  @Test
  void a_server_that_is_not_there_is_a_problem_that_hides_the_password() {
    assertProblem(
        new StoreLocation(
            "jdbc:postgresql://127.0.0.1:1/db?user=u1&password=hidden1",
            "u1",
            new Secret("hidden1")),
        "jdbc:postgresql://127.0.0.1:1/db: it cannot be reached (SQLState 08001)");
  }

  @Test
  void a_wrong_password_is_a_problem_that_hides_it() {
    String url = "jdbc:h2:mem:closed;DB_CLOSE_DELAY=-1";
    Store.open(new StoreLocation(url, "sa", new Secret("right1"))).close();
    assertProblem(
        new StoreLocation(url, "sa", new Secret("hidden1")),
        "jdbc:h2:mem:closed: it does not accept the user or the password (SQLState 28000)");
  }

  @Test
  void a_database_that_is_not_there_is_a_problem() {
    StoreLocation there = Postgres.newDatabase();
    String url = there.url().replaceAll("/patrol_[0-9]+", "/nowhere");
    assertProblem(
        new StoreLocation(url, null, null), "the server has no such database (SQLState 3D000)");
  }

  private static void assertProblem(StoreLocation location, String message) {
    assertThatThrownBy(() -> Store.open(location))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("hidden1")
        .hasMessageNotContaining("\n")
        .hasNoCause();
    assertThat(location.toString()).doesNotContain("hidden1");
  }

  @Test
  void a_frozen_process_loses_its_locks_in_a_shared_store() throws SQLException {
    try (Store store = Store.open(Postgres.newDatabase());
        Connection connection = store.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement("SHOW idle_in_transaction_session_timeout");
        ResultSet row = query.executeQuery()) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("10s");
    }
  }
}
