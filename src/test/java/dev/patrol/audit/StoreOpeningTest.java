package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOpeningTest {
  private final Path reports;
  private final Config config;

  StoreOpeningTest(@TempDir Path folder) {
    this.reports = folder.resolve("reports");
    this.config = Config.DEFAULT.withReports(reports);
  }

  private StoreOpening begin() {
    return StoreOpening.begin(config, Map.of(), 2);
  }

  /** H2 keeps it while the database is open. */
  private Path lock() {
    return reports.resolve(".patrol/store.lock.db");
  }

  private void make() {
    Store.open(StoreLocation.embedded(reports)).close();
  }

  @Test
  void a_store_that_nobody_asks_for_is_not_made() {
    begin().close();
    assertThat(reports).doesNotExist();
  }

  @Test
  void a_store_that_is_not_there_is_made_when_it_is_asked_for() {
    try (StoreOpening opening = begin()) {
      assertThat(opening.store().archive().named("one")).isEmpty();
      assertThat(lock()).exists();
    }
    assertThat(lock()).doesNotExist();
  }

  @Test
  void a_store_is_open_until_the_opening_is_closed() {
    make();
    try (StoreOpening opening = begin()) {
      Store store = opening.store();
      assertThat(opening.store()).isSameAs(store);
      assertThat(lock()).exists();
    }
    assertThat(lock()).doesNotExist();
  }

  @Test
  void a_store_that_was_opened_in_vain_is_closed() {
    make();
    begin().close();
    assertThat(lock()).doesNotExist();
  }

  @Test
  void what_is_wrong_with_a_store_is_said_to_who_asks_for_it() throws IOException {
    make();
    Files.writeString(reports.resolve(".patrol/store.mv.db"), "no database");
    begin().close();
    try (StoreOpening opening = begin()) {
      assertThatThrownBy(opening::store)
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("store.mv.db: the file cannot be read");
    }
  }
}
