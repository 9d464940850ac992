package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryNameTest {
  private final Path home;
  private final Path inventory;
  private final Path reports;

  InventoryNameTest(@TempDir Path folder) throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve("home"));
    inventory = Files.createDirectories(home.resolve("teams/sales"));
    reports = home.resolve("reports");
  }

  @Test
  void both_folders_can_be_moved_together() throws IOException {
    assertThat(InventoryName.of(inventory, reports, false)).isEqualTo("teams/sales");
    Path moved = home.resolveSibling("elsewhere");
    Files.move(home, moved);
    assertThat(InventoryName.of(moved.resolve("teams/sales"), moved.resolve("reports"), false))
        .isEqualTo("teams/sales");
  }

  @Test
  void an_inventory_elsewhere_has_its_whole_path() {
    Path apart = home.resolveSibling("home2").resolve("sales");
    assertThat(InventoryName.of(apart, reports, false)).isEqualTo(apart.toString());
    assertThat(InventoryName.of(home, reports, false)).isEqualTo(home.toString());
  }

  @Test
  void however_a_folder_is_written_its_name_is_one() throws IOException {
    Path link = Files.createSymbolicLink(home.resolveSibling("link"), home);
    assertThat(InventoryName.of(link.resolve("teams/../teams/./sales"), reports, false))
        .isEqualTo("teams/sales");
    Files.createDirectories(reports);
    assertThat(InventoryName.of(inventory, link.resolve("reports"), false))
        .isEqualTo("teams/sales");
  }

  @Test
  void the_stand_in_makes_a_history_of_its_own() {
    String played = InventoryName.of(inventory, reports, true);
    assertThat(played).isEqualTo("teams/sales (sandbox)");
    assertThat(InventoryName.fits(played, inventory, reports)).isTrue();
    assertThat(InventoryName.fits("teams/sales", inventory, reports)).isTrue();
    assertThat(InventoryName.fits("teams/sale", inventory, reports)).isFalse();
  }
}
