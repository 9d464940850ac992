package dev.patrol.audit;

import dev.patrol.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells equal secrets by a keyed hash. The key is made for one run and is gone with the run's
 * journal; no secret can be told from a hash, with or without it.
 */
final class Fingerprint {
  private static final String ALGORITHM = "HmacSHA256";

  private final String key;
  private @Nullable Mac mac;

  /**
   * Hashes with a key.
   *
   * @param key from {@link #newKey}
   */
  Fingerprint(String key) {
    this.key = key;
  }

  static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  String of(Secret secret) {
    if (mac == null) {
      mac = mac();
    }
    return HexFormat.of().formatHex(mac.doFinal(secret.unwrap().getBytes(StandardCharsets.UTF_8)));
  }

  private Mac mac() {
    try {
      Mac made = Mac.getInstance(ALGORITHM);
      made.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
