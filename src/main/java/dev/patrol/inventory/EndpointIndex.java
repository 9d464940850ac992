package dev.patrol.inventory;

import java.util.Arrays;

/** Where the endpoints of each token stand in {@code endpoints.csv}; sixteen bytes each. */
final class EndpointIndex {
  private final int[] starts;
  private final int[] lines;
  private final long[] offsets;
  private final int[] lengths;

  private EndpointIndex(int[] starts, int[] lines, long[] offsets, int[] lengths) {
    this.starts = starts;
    this.lines = lines;
    this.offsets = offsets;
    this.lengths = lengths;
  }

  /** How many endpoints there are. */
  int size() {
    return lines.length;
  }

  /** The number of a token's first endpoint; up to the next token's, all are its own. */
  int first(int token) {
    return starts[token];
  }

  /** The line on which an endpoint's row begins, counted from 1. */
  int line(int endpoint) {
    return lines[endpoint];
  }

  /** Where an endpoint's row begins, in bytes. */
  long offset(int endpoint) {
    return offsets[endpoint];
  }

  /** How long an endpoint's row is, in bytes. */
  int length(int endpoint) {
    return lengths[endpoint];
  }

  /** Takes endpoints in the file's order. */
  static final class Builder {
    private int[] tokens = new int[1024];
    private int[] lines = new int[1024];
    private long[] offsets = new long[1024];
    private int[] lengths = new int[1024];
    private int count;

    void add(int token, int line, long offset, int length) {
      if (count == tokens.length) {
        int larger = count + count / 2;
        tokens = Arrays.copyOf(tokens, larger);
        lines = Arrays.copyOf(lines, larger);
        offsets = Arrays.copyOf(offsets, larger);
        lengths = Arrays.copyOf(lengths, larger);
      }
      tokens[count] = token;
      lines[count] = line;
      offsets[count] = offset;
      lengths[count] = length;
      count++;
    }

    /** The index for that many tokens; each token's endpoints stay in the file's order. */
    EndpointIndex build(int tokenCount) {
      int[] starts = new int[tokenCount + 1];
      for (int i = 0; i < count; i++) {
        starts[tokens[i] + 1]++;
      }
      for (int i = 0; i < tokenCount; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = Arrays.copyOf(starts, tokenCount);
      EndpointIndex index =
          new EndpointIndex(starts, new int[count], new long[count], new int[count]);
      for (int i = 0; i < count; i++) {
        int place = next[tokens[i]]++;
        index.lines[place] = lines[i];
        index.offsets[place] = offsets[i];
        index.lengths[place] = lengths[i];
      }
      return index;
    }
  }
}
