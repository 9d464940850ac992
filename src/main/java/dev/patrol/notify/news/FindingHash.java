package dev.patrol.notify.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.report.published.FindingKey;
import dev.patrol.report.published.Subject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes a short word of what tells a finding from others. */
final class FindingHash {
  /** Of ids beyond 300 characters the store of earlier runs keeps the beginning only. */
  private static final int LONGEST = 230;

  private static final int BYTES = 16;

  private FindingHash() {}

  static String of(FindingKey key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Subject subject = key.subject();
      add(digest, key.rule());
      add(digest, subject.token());
      add(digest, subject.endpoint());
      add(digest, subject.workspace());
      add(digest, subject.holder());
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String id) {
    digest.update(id.substring(0, Math.min(LONGEST, id.length())).getBytes(UTF_8));
    digest.update((byte) 0);
  }
}
