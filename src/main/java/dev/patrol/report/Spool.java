package dev.patrol.report;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Bytes that wait on disk until they are needed; gone when it is closed. */
final class Spool implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** Where some bytes are. */
  record Part(long at, int length) {}

  private final FileChannel file;
  private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);
  private long end;

  Spool(Path path) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Keeps these bytes, one behind the other. */
  Part append(byte[] first, List<byte[]> pieces) throws IOException {
    long at = end;
    put(first);
    for (byte[] piece : pieces) {
      put(piece);
    }
    return new Part(at, (int) (end - at));
  }

  private void put(byte[] bytes) throws IOException {
    if (bytes.length > pending.remaining()) {
      flush();
    }
    if (bytes.length > pending.capacity()) {
      write(ByteBuffer.wrap(bytes));
    } else {
      pending.put(bytes);
    }
    end += bytes.length;
  }

  /** Reads them again; for any thread, once all were appended. */
  byte[] read(Part part) throws IOException {
    flush();
    ByteBuffer bytes = ByteBuffer.allocate(part.length());
    while (bytes.hasRemaining()) {
      if (file.read(bytes, part.at() + bytes.position()) < 0) {
        throw new EOFException("the spool of the owners' pages was cut short");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private synchronized void flush() throws IOException {
    if (pending.position() > 0) {
      write(pending.flip());
      pending.clear();
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
