package dev.patrol.schedule;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A scheduler in a process of its own, which says what it begins and ends when it is killed. */
final class Node implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;
  private static final Timetable NIGHTLY = new Timetable("nightly", "0 30 2 1 1 ?", ZoneOffset.UTC);

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Node(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one on an H2 file or a PostgreSQL URL. */
  static Node start(String database) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Node(
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                database)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** The next line that it printed; fails when none comes in time. */
  String next() throws InterruptedException {
    @Nullable String line = lines.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("nothing was printed in " + DEADLINE_SECONDS + " s");
    }
    return line;
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | RuntimeException e) {
      lines.add("could not be read: " + e);
    }
  }

  /** Prints what it begins and never comes to an end of it. */
  public static void main(String[] args) throws InterruptedException {
    String place = args[0];
    HikariDataSource database =
        place.startsWith("jdbc:") ? Databases.postgresql(place) : Databases.h2(Path.of(place));
    CountDownLatch never = new CountDownLatch(1);
    NightScheduler scheduler = NightScheduler.open(database, Clock.systemUTC(), 2);
    scheduler.put(List.of(NIGHTLY));
    scheduler.start(
        (work, shift) -> {
          System.out.println(work);
          never.await();
        });
    System.out.println("ready");
    never.await();
  }
}
