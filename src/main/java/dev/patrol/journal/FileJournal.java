package dev.patrol.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.journal.Entry.Kind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a file that only grows, a line for each entry. Each entry is written at once, so
 * that it survives the process; it is forced to the disk at least every half second while entries
 * come, so that a power cut costs no more than that. A line that was being written then is cut off
 * when the file is opened again. While it is open no other process can open it.
 */
public final class FileJournal implements Journal {
  private static final long FORCE_AFTER = TimeUnit.MILLISECONDS.toNanos(500);

  /** Where a finished dossier's line stands. */
  private record Span(long offset, int length) {}

  private final Path file;
  private final ExclusiveFile opened;
  private final FileChannel channel;
  private final String run;
  private final Map<String, Span> dossiers;
  private final Map<String, Map<String, String>> replies;
  private long start;
  private long end;
  private long forced = System.nanoTime();
  private @Nullable IOException broken;

  private FileJournal(
      Path file,
      ExclusiveFile opened,
      String run,
      Map<String, Span> dossiers,
      Map<String, Map<String, String>> replies,
      long start,
      long end) {
    this.file = file;
    this.opened = opened;
    this.channel = opened.channel();
    this.run = run;
    this.dossiers = dossiers;
    this.replies = replies;
    this.start = start;
    this.end = end;
  }

  /**
   * Begins a journal.
   *
   * @param run what a later process must know of the run, a JSON value
   * @throws IOException when the file is there already or cannot be written
   */
  static FileJournal create(Path file, String run) throws IOException {
    Files.createFile(file, OwnerOnly.file(file));
    ExclusiveFile opened = exclusive(file).orElseThrow(() -> new IOException(file + ": is in use"));
    try {
      FileJournal journal = new FileJournal(file, opened, run, Map.of(), Map.of(), 0, 0);
      journal.write(new Entry(Kind.RUN, "", "", run).line());
      journal.start = journal.end;
      opened.channel().force(true);
      forceFolder(file);
      return journal;
    } catch (IOException e) {
      opened.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** What was kept of a run when it began, also while another process has the journal open. */
  static Optional<String> peek(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] first = line(in);
      return first == null
          ? Optional.empty()
          : Entry.parse(new String(first, UTF_8)).map(Entry::json);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Opens a journal that an earlier process has left.
   *
   * @return nothing when another process has it open; nor when the process that began it ended
   *     before its first line was whole: such a file is removed
   * @throws IOException when the file cannot be read
   */
  static Optional<FileJournal> open(Path file) throws IOException {
    ExclusiveFile opened = exclusive(file).orElse(null);
    if (opened == null) {
      return Optional.empty();
    }
    FileJournal journal = null;
    try {
      journal = scan(file, opened).orElse(null);
      if (journal == null) {
        Files.delete(file);
      }
    } finally {
      if (journal == null) {
        opened.close();
      }
    }
    return Optional.ofNullable(journal);
  }

  /** What was kept of the run when it began. */
  public String run() {
    return run;
  }

  /** Whether nothing was kept but the run itself. */
  public synchronized boolean isEmpty() {
    return end == start;
  }

  @Override
  public Optional<String> dossier(String token) {
    Span span = dossiers.get(token);
    if (span == null) {
      return Optional.empty();
    }
    ByteBuffer line = ByteBuffer.allocate(span.length());
    try {
      while (line.hasRemaining() && channel.read(line, span.offset() + line.position()) >= 0) {
        // A read may bring less than was asked for.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return Entry.parse(new String(line.array(), UTF_8)).map(Entry::json);
  }

  @Override
  public Optional<String> reply(String token, String request) {
    return Optional.ofNullable(replies.getOrDefault(token, Map.of()).get(request));
  }

  @Override
  public void keepDossier(String token, String json) {
    keep(new Entry(Kind.DOSSIER, token, "", json));
  }

  @Override
  public void keepReply(String token, String request, String json) {
    keep(new Entry(Kind.REPLY, token, request, json));
  }

  @Override
  public synchronized void close() {
    try (opened) {
      if (channel.isOpen() && broken == null) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Closes it and removes the file: the run is complete, or given up. */
  public void delete() {
    close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void keep(Entry entry) {
    keep(entry.line());
  }

  private synchronized void keep(byte[] line) {
    if (broken != null) {
      throw failure(broken);
    }
    try {
      write(line);
      if (System.nanoTime() - forced > FORCE_AFTER) {
        channel.force(false);
        forced = System.nanoTime();
      }
    } catch (IOException e) {
      broken = e;
      cutOff(e);
      throw failure(e);
    }
  }

  private void write(byte[] line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes, end + bytes.position());
    }
    end += line.length;
  }

  /** Half a line would hide whatever came after it. */
  private void cutOff(IOException why) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        "The progress of the run could not be kept in " + file + ": " + e.getMessage(), e);
  }

  private static Optional<ExclusiveFile> exclusive(Path file) throws IOException {
    return ExclusiveFile.tryOpen(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Else a power cut could take the whole file away. */
  private static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  private static Optional<FileJournal> scan(Path file, ExclusiveFile opened) throws IOException {
    FileChannel channel = opened.channel();
    Map<String, Span> dossiers = new HashMap<>();
    Map<String, Map<String, String>> replies = new HashMap<>();
    String run = null;
    long start = 0;
    long end = 0;
    // Not closed: that would close the channel.
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    for (byte[] line = line(in); line != null; line = line(in)) {
      Entry entry = Entry.parse(new String(line, UTF_8)).orElse(null);
      if (entry == null) {
        break;
      }
      switch (entry.kind()) {
        case RUN -> {
          run = entry.json();
          start = line.length + 1L;
        }
        case REPLY ->
            replies
                .computeIfAbsent(entry.token(), token -> new HashMap<>())
                .put(entry.request(), entry.json());
        case DOSSIER -> {
          dossiers.put(entry.token(), new Span(end, line.length));
          replies.remove(entry.token());
        }
      }
      end += line.length + 1;
    }
    if (run == null) {
      return Optional.empty();
    }
    channel.truncate(end);
    return Optional.of(new FileJournal(file, opened, run, dossiers, replies, start, end));
  }

  /** The next line without its end; null when there is none that is whole. */
  private static byte @Nullable [] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      line.write(b);
    }
    return null;
  }
}
