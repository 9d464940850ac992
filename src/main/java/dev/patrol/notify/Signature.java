package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, by which receivers know that a message comes from who shares their key. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** In Base64; of an empty message as well. */
  static String base64(String key, String message) {
    return Base64.getEncoder().encodeToString(hmac(key, message));
  }

  /** In lower-case hexadecimal digits. */
  static String hex(String key, String message) {
    return HexFormat.of().formatHex(hmac(key, message));
  }

  private static byte[] hmac(String key, String message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      return mac.doFinal(message.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
