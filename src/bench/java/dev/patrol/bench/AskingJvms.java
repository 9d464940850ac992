package dev.patrol.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JVM that stays for each JDK, as the one of the scheduler does. */
final class AskingJvms implements AutoCloseable {
  private final Map<Integer, StandingJvm> byVersion = new LinkedHashMap<>();

  private AskingJvms() {}

  static AskingJvms start(Workshop workshop, Nginx nginx) throws IOException {
    AskingJvms all = new AskingJvms();
    for (Map.Entry<Integer, Path> java : workshop.javas().entrySet()) {
      all.byVersion.put(
          java.getKey(), AskingJvm.start(workshop, java.getValue(), Options.SCHEDULER, nginx));
    }
    return all;
  }

  StandingJvm on(int version) {
    StandingJvm jvm = byVersion.get(version);
    if (jvm == null) {
      throw new IllegalArgumentException("no JDK " + version);
    }
    return jvm;
  }

  @Override
  public void close() throws IOException {
    for (StandingJvm jvm : byVersion.values()) {
      jvm.close();
    }
  }
}
