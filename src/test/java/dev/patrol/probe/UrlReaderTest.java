package dev.patrol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;

/** What it reads is what OkHttp reads, also the second time. */
class UrlReaderTest {
  private final UrlReader urls = new UrlReader();

  @Property
  void it_reads_as_okhttp_does(@ForAll("urls") String text) {
    assertThat(urls.parse(text)).isEqualTo(HttpUrl.parse(text));
    assertThat(urls.parse(text)).isEqualTo(HttpUrl.parse(text));
  }

  @Example
  void a_path_is_never_taken_for_a_host() {
    for (String path :
        new String[] {"//evil.example/v1", "/\\evil.example", "/@evil.example", "/"}) {
      String text = "https://api.coze.cn" + path;
      assertThat(urls.parse(text)).isEqualTo(HttpUrl.parse(text));
      assertThat(urls.get(text).host()).isEqualTo("api.coze.cn");
    }
  }

  @Example
  void many_hosts_are_read_alike() {
    IntStream.range(0, 3000)
        .mapToObj(i -> "https://h" + i + ".example/v1?q=" + i)
        .forEach(text -> assertThat(urls.parse(text)).isEqualTo(HttpUrl.parse(text)));
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> origins =
        Arbitraries.of(
            "https://api.coze.cn",
            "https://api.coze.cn:443",
            "https://api.coze.cn:8443",
            "https://api.coze.cn:99999",
            "https://API.coze.cn",
            "https://user@api.coze.cn",
            "https://api.coze.cn\\",
            "https://.",
            "https://127.0.0.1",
            "https://999.1",
            "https://[::1]",
            "https:///",
            "http://api.coze.cn",
            " https://api.coze.cn",
            "https://");
    Arbitrary<String> rests =
        Arbitraries.strings().withChars("/\\?#@:.%&=+ \t\n{}abcZ中2e").ofMaxLength(20);
    return Combinators.combine(origins, Arbitraries.of("", "/", "/v1/"), rests)
        .as((origin, path, rest) -> origin + path + rest);
  }
}
