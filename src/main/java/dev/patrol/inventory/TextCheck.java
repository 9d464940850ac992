package dev.patrol.inventory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What strict decoding of a whole file found.
 *
 * @param firstBad offset of the first byte that does not fit the encoding, or -1
 * @param line the line of that byte, counted from 1
 * @param byteInLine the place of that byte in its line, counted from 1
 * @param beyondAscii how many characters are not ASCII
 * @param hanzi how many of them are Chinese characters or punctuation in everyday use
 */
record TextCheck(long firstBad, long line, long byteInLine, long beyondAscii, long hanzi) {
  /** Decodes the file from an offset on, up to the first byte that does not fit. */
  static TextCheck of(Path file, Charset charset, int from) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(from);
      return new Reading(channel, charset, from).check();
    }
  }

  /** Whether every byte fits. */
  boolean sound() {
    return firstBad < 0;
  }

  private static final class Reading {
    /** The characters of everyday Chinese; GB18030 can decode nearly any pair of bytes. */
    private final CharsetEncoder everyday = Charset.forName("GB2312").newEncoder();

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private final SeekableByteChannel channel;
    private final CharsetDecoder decoder;
    private long offset;
    private long line = 1;
    private long lineStart;
    private boolean afterReturn;
    private long beyondAscii;
    private long hanzi;

    Reading(SeekableByteChannel channel, Charset charset, long offset) {
      this.channel = channel;
      this.offset = offset;
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    TextCheck check() throws IOException {
      boolean end = false;
      while (!end) {
        end = channel.read(bytes) < 0;
        bytes.flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        countLines(bytes.position());
        offset += bytes.position();
        countCharacters();
        if (result.isError()) {
          return new TextCheck(offset, line, offset - lineStart + 1, beyondAscii, hanzi);
        }
        bytes.compact();
      }
      return new TextCheck(-1, 0, 0, beyondAscii, hanzi);
    }

    private void countLines(int end) {
      for (int i = 0; i < end; i++) {
        byte b = bytes.get(i);
        if (b == '\r' || b == '\n') {
          line += b == '\n' && afterReturn ? 0 : 1;
          lineStart = offset + i + 1;
        }
        afterReturn = b == '\r';
      }
    }

    private void countCharacters() {
      chars.flip();
      while (chars.hasRemaining()) {
        char c = chars.get();
        if (c >= 0x80) {
          beyondAscii++;
          // GB2312 has Greek, Cyrillic and kana as well, which prove nothing.
          if (Character.isIdeographic(c) && everyday.canEncode(c)) {
            hanzi++;
          }
        }
      }
      chars.clear();
    }
  }
}
