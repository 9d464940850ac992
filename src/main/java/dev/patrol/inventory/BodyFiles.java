package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request bodies that stand in files of their own, which must lie in the inventory's folder. */
final class BodyFiles {
  private static final int LONGEST = 1 << 20;
  private static final int KEPT_BODIES = 32;
  private static final int LONGEST_KEPT = 1 << 15;

  private final Path folder;
  private final Map<String, Content> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What a file was found to hold.
   *
   * @param text the body, or null when it could not be read
   * @param problem what was expected when it could not be read
   */
  record Content(@Nullable String text, @Nullable String problem) {
    private static Content refused(String problem) {
      return new Content(null, problem);
    }
  }

  BodyFiles(Path folder) {
    this.folder = folder;
  }

  /** The content of the file with that name relative to the folder. */
  Content read(String name) {
    Content known = kept.get(name);
    if (known != null) {
      return known;
    }
    Content content = load(name);
    if (content.text == null || content.text.length() <= LONGEST_KEPT) {
      kept.put(name, content);
      if (kept.size() > KEPT_BODIES) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return content;
  }

  private Content load(String name) {
    try {
      Path real = folder.resolve(name).toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        return Content.refused("expected a file in the inventory's folder");
      }
      if (!Files.isRegularFile(real)) {
        return Content.refused("expected a file");
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(real)) {
        bytes = in.readNBytes(LONGEST + 1);
      }
      if (bytes.length > LONGEST) {
        return Content.refused("expected a file of at most 1 MiB");
      }
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Content(text.startsWith("\uFEFF") ? text.substring(1) : text, null);
    } catch (CharacterCodingException e) {
      return Content.refused("expected a file in UTF-8");
    } catch (IOException | InvalidPathException e) {
      return Content.refused("expected a file that can be read");
    }
  }
}
