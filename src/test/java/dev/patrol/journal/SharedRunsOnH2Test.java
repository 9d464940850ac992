package dev.patrol.journal;

import dev.patrol.history.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SharedRunsOnH2Test extends SharedRunsTests {
  SharedRunsOnH2Test(@TempDir Path folder) {
    super(StoreLocation.embedded(folder));
  }
}
