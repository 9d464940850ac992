package dev.patrol.history;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class ChronicleOnH2Test extends ChronicleTests {
  ChronicleOnH2Test(@TempDir Path folder) {
    super(StoreLocation.embedded(folder));
  }
}
