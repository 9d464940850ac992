package dev.patrol.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.secrets.SecretOutcome.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a secret from a file. */
final class SecretFile {
  private SecretFile() {}

  /**
   * The secret in a UTF-8 file of at most {@link SecretStore#LIMIT} bytes.
   *
   * @param folder where a relative path begins
   * @param path the path as the inventory gives it
   */
  static SecretOutcome read(Path folder, String path) {
    String origin = "file " + path;
    try {
      Path file = folder.resolve(path);
      if (!Files.exists(file)) {
        return new Missing(origin + " is not found");
      }
      // A pipe or a device could keep the run waiting for ever.
      if (!Files.isRegularFile(file)) {
        return new Missing(origin + " is not a regular file");
      }
      byte[] bytes = head(file);
      if (bytes.length > SecretStore.LIMIT) {
        return new Missing(origin + " is larger than 16 KiB");
      }
      return SecretText.read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), origin);
    } catch (InvalidPathException e) {
      return new Missing(origin + " is not a path");
    } catch (CharacterCodingException e) {
      return new Missing(origin + " is not UTF-8");
    } catch (AccessDeniedException e) {
      return new Missing(origin + " may not be read by this user");
    } catch (IOException e) {
      return new Missing(origin + " cannot be read");
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SecretStore.LIMIT + 1);
    }
  }
}
