package dev.patrol.history;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class RetentionOnH2Test extends RetentionTests {
  RetentionOnH2Test(@TempDir Path folder) {
    super(StoreLocation.embedded(folder));
  }
}
