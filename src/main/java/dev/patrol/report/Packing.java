package dev.patrol.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * Packs what pages carry: deflated, in Base64. Its tables are larger than most of what is packed,
 * so that one serves all pages. For one thread.
 */
final class Packing implements Closeable {
  private final Deflater deflater;
  private byte[] packed = new byte[1 << 14];

  private Packing(int level) {
    deflater = new Deflater(level, true);
  }

  /** For one large page. */
  static Packing small() {
    return new Packing(Deflater.DEFAULT_COMPRESSION);
  }

  /** For many pages, each of which is small anyway. */
  static Packing quick() {
    return new Packing(Deflater.BEST_SPEED);
  }

  /** The first bytes of these. */
  String base64(byte[] plain, int length) {
    deflater.reset();
    deflater.setInput(plain, 0, length);
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, 2 * size);
      }
      size += deflater.deflate(packed, size, packed.length - size);
    }
    ByteBuffer encoded = Base64.getEncoder().encode(ByteBuffer.wrap(packed, 0, size));
    return new String(encoded.array(), encoded.position(), encoded.remaining(), ISO_8859_1);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
