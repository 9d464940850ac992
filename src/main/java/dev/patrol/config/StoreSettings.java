package dev.patrol.config;

import dev.patrol.model.SecretReference;
import dev.patrol.yaml.Node.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where earlier runs are kept: {@code store}, a URL or a section. */
final class StoreSettings {
  private static final Pattern URL = Pattern.compile("jdbc:(postgresql|h2):\\S.*");

  private StoreSettings() {}

  static Optional<StoreAccess> store(Setting setting) {
    if (setting.node() instanceof Scalar) {
      return setting.as(url()).map(url -> new StoreAccess(url, null, null));
    }
    try (Section in = setting.section()) {
      Setting place = in.at("url");
      Optional<String> url = place.as(url());
      Optional<String> user = in.at("user").as(Kind.text());
      Optional<SecretReference> password = in.at("password").as(Reference.to("password"));
      if (place.node() == null) {
        setting.missing("url");
      }
      return url.map(each -> new StoreAccess(each, user.orElse(null), password.orElse(null)));
    }
  }

  private static Kind<String> url() {
    String expected = "expected a URL such as jdbc:postgresql://host:5432/patrol";
    return new Kind<>(
        expected,
        text -> {
          if (!URL.matcher(text).matches()) {
            throw new UnexpectedValue(expected);
          }
          return text;
        });
  }
}
