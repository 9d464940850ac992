package dev.patrol.rules.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether rule files are the same as others. */
public final class FileHashes {
  private FileHashes() {}

  /** The SHA-256 of every rule file, in hexadecimal digits, by the file's path below the folder. */
  public static SortedMap<String, String> of(Path folder) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (RuleFile file : RuleFolder.read(folder).files()) {
      hashes.put(
          file.name(), HexFormat.of().formatHex(sha256().digest(file.text().getBytes(UTF_8))));
    }
    return hashes;
  }

  /** A new digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
