package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The recorded answers that come with the product, by name. */
final class Recordings {
  private static final Recordings STANDARD = load();

  private final Map<String, Recording> byName;

  private Recordings(Map<String, Recording> byName) {
    this.byName = byName;
  }

  static Recordings standard() {
    return STANDARD;
  }

  Set<String> names() {
    return byName.keySet();
  }

  Recording get(String name) {
    Recording recording = byName.get(name);
    if (recording == null) {
      throw new IllegalArgumentException("no recorded answer is called " + name);
    }
    return recording;
  }

  /** The lines of a text resource of this package, without comments and blank ones. */
  static List<String> lines(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recordings load() {
    ObjectMapper json = new ObjectMapper();
    Map<String, Recording> recordings = new TreeMap<>();
    for (String name : lines("answers.txt")) {
      try (InputStream in = open("answers/" + name + ".json")) {
        recordings.put(name, Recording.of(name, json.readTree(in)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Recordings(recordings);
  }

  private static InputStream open(String resource) {
    InputStream in = Recordings.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the resource " + resource + " is missing");
    }
    return in;
  }
}
