package dev.patrol.notify.outbox;

import dev.patrol.history.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OutboxOnH2Test extends OutboxTests {
  OutboxOnH2Test(@TempDir Path folder) {
    super(StoreLocation.embedded(folder), folder);
  }
}
