package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Which ids were seen, and where first, in about thirty bytes an id however long it is. Ids count
 * as equal when the first 128 bits of their SHA-256 are.
 */
final class Fingerprints {
  private final MessageDigest digest;
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private int[] line = new int[1024];
  private int count;

  /** Numbers of entries, counted from 1, at the place that their fingerprint says; 0 is free. */
  private int[] slots = new int[2048];

  Fingerprints() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Notes an id and the line it stands on; gives the line of an equal one, or 0. */
  int claim(String id, int atLine) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(UTF_8)));
    long h = hash.getLong();
    long l = hash.getLong();
    int slot = slot(h, l);
    if (slots[slot] != 0) {
      return line[slots[slot] - 1];
    }
    if (count == line.length) {
      grow();
      slot = slot(h, l);
    }
    high[count] = h;
    low[count] = l;
    line[count] = atLine;
    count++;
    slots[slot] = count;
    return 0;
  }

  private int slot(long h, long l) {
    int mask = slots.length - 1;
    int slot = (int) h & mask;
    while (slots[slot] != 0 && (high[slots[slot] - 1] != h || low[slots[slot] - 1] != l)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    high = Arrays.copyOf(high, count * 2);
    low = Arrays.copyOf(low, count * 2);
    line = Arrays.copyOf(line, count * 2);
    slots = new int[count * 4];
    for (int i = 0; i < count; i++) {
      slots[slot(high[i], low[i])] = i + 1;
    }
  }
}
