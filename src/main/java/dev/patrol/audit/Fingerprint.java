package dev.patrol.audit;

import dev.patrol.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells equal secrets by a keyed hash whose key is made for one run and never leaves it. */
final class Fingerprint {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Fingerprint() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  String of(Secret secret) {
    return HexFormat.of().formatHex(mac.doFinal(secret.unwrap().getBytes(StandardCharsets.UTF_8)));
  }
}
