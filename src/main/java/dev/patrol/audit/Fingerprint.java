package dev.patrol.audit;

import dev.patrol.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells equal secrets by a keyed hash. The key is made for one run and is gone with the run's
 * journal; no secret can be told from a hash, with or without it.
 */
final class Fingerprint {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  /**
   * Hashes with a key.
   *
   * @param key from {@link #newKey}
   */
  Fingerprint(String key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  String of(Secret secret) {
    return HexFormat.of().formatHex(mac.doFinal(secret.unwrap().getBytes(StandardCharsets.UTF_8)));
  }
}
