package dev.patrol.notify.news;

import dev.patrol.history.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HeraldOnH2Test extends HeraldTests {
  HeraldOnH2Test(@TempDir Path folder) {
    super(StoreLocation.embedded(folder.resolve("store")), folder);
  }
}
