package dev.patrol.inventory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;

/** Reads rows again by the place where they stand; rows that stand close together at one go. */
final class RowSlices implements Closeable {
  private static final int AHEAD = 1 << 16;

  private final SeekableByteChannel channel;
  private final Snapshot snapshot;
  private final Charset charset;
  private byte[] window = new byte[AHEAD];
  private long windowOffset;
  private int limit;

  RowSlices(CsvFile file) throws IOException {
    this.channel = Files.newByteChannel(file.path());
    this.snapshot = file.snapshot();
    this.charset = file.encoding().charset();
  }

  /** The text of a row. */
  String text(long offset, int length) throws IOException {
    boolean inWindow = offset >= windowOffset && offset + length <= windowOffset + limit;
    if (!inWindow) {
      boolean onward = offset >= windowOffset && offset <= windowOffset + limit + AHEAD;
      load(offset, onward ? Math.max(length, AHEAD) : length);
      if (limit < length) {
        throw snapshot.changedMeanwhile();
      }
    }
    return new String(window, (int) (offset - windowOffset), length, charset);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void load(long offset, int length) throws IOException {
    if (window.length < length) {
      window = new byte[length];
    }
    windowOffset = offset;
    limit = 0;
    channel.position(offset);
    ByteBuffer buffer = ByteBuffer.wrap(window, 0, length);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      limit = buffer.position();
    }
  }
}
