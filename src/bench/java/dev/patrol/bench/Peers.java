package dev.patrol.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.audit.AskingAlone;
import dev.patrol.bench.Nginx.Protocol;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Others who send the same list to the same server.
 *
 * @param folder takes what they say
 */
record Peers(Path folder, ProbeList list, Nginx nginx) {
  /** All is measured per so many requests. */
  static final int UNIT = 10_000;

  private static final String KEEP = "exec \"$@\" >\"$KEPT\"";
  private static final Pattern WRK = Pattern.compile("([0-9]+) requests in ");
  private static final Pattern H2LOAD = Pattern.compile(" ([0-9]+) succeeded, 0 failed");

  /** As many as curl has on one connection. */
  private static final int STREAMS = 100;

  /** What a user would script: prints the status of each answer. */
  Contender curl(Protocol protocol, int millis, int concurrency) throws IOException {
    URI origin = nginx.origin(protocol, millis);
    Path config = list.curlList(origin, protocol, nginx.certificate());
    List<String> words =
        List.of(
            Tools.need("curl", "curl").toString(),
            "--parallel",
            "--parallel-max",
            Integer.toString(concurrency),
            "--config",
            config.toString());
    return new Contender(
        "curl --parallel",
        () -> {
          Path kept = folder.resolve("curl.out");
          Measured measured = kept(words, kept).run();
          long good =
              Files.readAllLines(kept, UTF_8).stream().filter(line -> line.equals("200")).count();
          if (good != list.requests().size()) {
            throw new IOException("curl: " + good + " of " + list.requests().size() + " answers");
          }
          return per(measured, list.requests().size());
        });
  }

  /** The fastest that there is: it does nothing with what comes back. */
  Contender limit(Protocol protocol, int millis, int concurrency) throws IOException {
    return protocol == Protocol.HTTP_1 ? wrk(millis, concurrency) : h2load(millis, concurrency);
  }

  private Contender wrk(int millis, int concurrency) throws IOException {
    List<String> words =
        List.of(
            Tools.need("wrk", "wrk").toString(),
            "--threads=1",
            "--connections=" + concurrency,
            "--duration=2s",
            "--script=" + list.wrkProgram(),
            nginx.origin(Protocol.HTTP_1, millis).toString());
    return new Contender("wrk", () -> counted(words, WRK));
  }

  private Contender h2load(int millis, int concurrency) throws IOException {
    int clients = (concurrency + STREAMS - 1) / STREAMS;
    List<String> words =
        List.of(
            Tools.need("h2load", "nghttp2-client").toString(),
            "--requests=" + list.requests().size(),
            "--clients=" + clients,
            "--max-concurrent-streams=" + concurrency / clients,
            "--header=Authorization: Bearer " + AskingAlone.token(0),
            "--input-file=" + list.h2loadList(nginx.origin(Protocol.HTTP_2, millis)));
    return new Contender("h2load", () -> counted(words, H2LOAD));
  }

  private Measured counted(List<String> words, Pattern count)
      throws IOException, InterruptedException {
    Path kept = folder.resolve("limit.out");
    Measured measured = kept(words, kept).run();
    String text = Files.readString(kept, UTF_8);
    Matcher matcher = count.matcher(text);
    if (!matcher.find()) {
      throw new IOException(words.get(0) + ": no count of requests: " + text);
    }
    return per(measured, Long.parseLong(matcher.group(1)));
  }

  private Command kept(List<String> words, Path kept) {
    List<String> shell = new ArrayList<>(List.of("bash", "-c", KEEP, "bash"));
    shell.addAll(words);
    return new Command(shell).in(folder).with("KEPT", kept.toString());
  }

  static Measured per(Measured measured, long requests) {
    double share = (double) UNIT / requests;
    return new Measured(
        measured.cpuSeconds() * share, measured.wallSeconds() * share, measured.peakMegabytes());
  }
}
