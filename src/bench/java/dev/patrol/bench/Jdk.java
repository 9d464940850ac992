package dev.patrol.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the folder of a JDK tells about it. */
final class Jdk {
  private Jdk() {}

  /**
   * Its major version, such as 17; from the file {@code release}.
   *
   * @param home of the JDK
   * @throws IOException when the folder holds no JDK
   */
  static int feature(Path home) throws IOException {
    Properties release = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(file);
    }
    String version = release.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
