package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keeps the pictures of the README in step with the pages of the sample inventory. {@code mvn test
 * -Dtest=GalleryTest -Dgallery.update=true} takes them anew; look at them before committing.
 */
@ExtendWith(Chromium.class)
class GalleryTest {
  private static final Path FOLDER = Path.of("src", "gallery");
  private static final Path DIGESTS = FOLDER.resolve("pages.sha256");
  private static final long MOST_BYTES = 200_000;

  private static final List<Picture> PICTURES =
      List.of(
          Picture.of("index", "en", "index.html", View.DESK, ""),
          Picture.of("dark", "en", "index.html", View.NIGHT, "#expiring"),
          Picture.of("walk", "en", "index.html", View.DESK, "#endpoint=portal-path-typo"),
          Picture.of("chinese", "zh", "index.html", View.DESK, ""),
          Picture.of("owner", "en", "owners/Sun-Li.html", View.DESK, ""),
          Picture.of("phone", "en", "owners/Sun-Li.html", View.PHONE, "#first"));

  private record Picture(String name, String lang, String page, View view, String fragment) {
    static Picture of(String name, String lang, String page, View view, String fragment) {
      return new Picture(name, lang, page, view, fragment);
    }

    Path file() {
      return FOLDER.resolve(name + ".png");
    }

    Path shown() {
      return Audits.sample(lang).resolve(page);
    }
  }

  @BeforeAll
  static void update(Browser browser) throws IOException {
    if (!Boolean.getBoolean("gallery.update")) {
      return;
    }
    Files.createDirectories(FOLDER);
    for (Picture picture : PICTURES) {
      browser.open(picture.shown(), picture.fragment(), picture.view());
      Files.write(picture.file(), browser.picture());
    }
    Files.writeString(DIGESTS, digests(), UTF_8);
  }

  @Test
  void the_pictures_show_the_pages_as_they_are() throws IOException {
    assertThat(Files.readString(DIGESTS, UTF_8))
        .as("the pages have changed: take the pictures anew with -Dgallery.update=true")
        .isEqualTo(digests());
  }

  @Test
  void the_readme_shows_each_picture() throws IOException {
    String readme = Files.readString(Path.of("README.md"), UTF_8);
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".png")))
          .containsExactlyInAnyOrderElementsOf(PICTURES.stream().map(Picture::file).toList())
          .allMatch(file -> readme.contains("](src/gallery/" + file.getFileName() + ")"));
    }
  }

  @Test
  void the_pictures_are_small() throws IOException {
    for (Picture picture : PICTURES) {
      assertThat(Files.size(picture.file())).as(picture.name()).isLessThan(MOST_BYTES);
      BufferedImage image = Objects.requireNonNull(ImageIO.read(picture.file().toFile()));
      assertThat(image.getWidth()).as(picture.name()).isEqualTo(picture.view().width());
    }
  }

  private static String digests() {
    return PICTURES.stream()
        .map(picture -> digest(picture.shown()) + "  " + picture.lang() + "/" + picture.page())
        .distinct()
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String digest(Path page) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(page)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
