package dev.patrol.bench;

import dev.patrol.audit.AskingAlone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM that asks as an audit does.
 *
 * @param jvm runs {@link AskingAlone}
 * @param requests how many it sends for one order
 */
record AskingJvm(StandingJvm jvm, int requests) {
  private static final Pattern ASKED = Pattern.compile("asked ([0-9]+) ([0-9]+)");

  /** One in so many requests may go out twice, as when a connection breaks. */
  private static final int MOST_AGAIN = 1000;

  /** Starts one with these options that trusts the server. */
  static StandingJvm start(Workshop workshop, Path java, List<String> options, Nginx nginx)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(nginx.trust());
    return StandingJvm.start(workshop, java, all, AskingAlone.class);
  }

  /** The first asking of a new JVM, as a command starts it, per {@link Peers#UNIT} requests. */
  static Measured once(Workshop workshop, Path java, Nginx nginx, Path settings, ProbeList list)
      throws IOException {
    try (StandingJvm jvm = start(workshop, java, Options.COMMAND, nginx)) {
      AskingJvm asking = new AskingJvm(jvm, list.requests().size());
      asking.prepare(settings);
      return asking.ask();
    }
  }

  /** Reads what is to be asked, so that it is no part of what is measured. */
  void prepare(Path settings) throws IOException {
    jvm.tell("prepare " + settings);
    jvm.tell("hold");
  }

  /**
   * Asks about everything, per {@link Peers#UNIT} requests.
   *
   * @throws IOException when some requests were not answered
   */
  Measured ask() throws IOException {
    return Peers.per(checked(jvm.tell("ask"), requests), requests);
  }

  /**
   * What an asking took.
   *
   * @throws IOException when some requests were not answered, or many were sent again
   */
  static Measured checked(StandingJvm.Piece piece, int requests) throws IOException {
    Matcher said = ASKED.matcher(piece.answer());
    boolean good = said.matches() && Integer.parseInt(said.group(2)) == 0;
    int again = good ? Integer.parseInt(said.group(1)) - requests : -1;
    if (again < 0 || again > requests / MOST_AGAIN) {
      throw new IOException("expected " + requests + " answers and no failure: " + piece.answer());
    }
    return piece.measured();
  }
}
