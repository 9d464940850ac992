package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a {@link World} from YAML. */
final class WorldFile {
  private static final String ANSWER = "a recorded answer such as err-4102-risk-control";

  private final Catalog catalog = Catalog.standard();
  private final List<Problem> problems = new ArrayList<>();
  private final World.Builder world = World.builder();
  private final Set<String> hosts = new HashSet<>();
  private final Map<String, String> namesByKey = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private WorldFile() {}

  static World read(Path file) {
    String source = file.toString();
    try {
      return parse(source, Files.readString(file, UTF_8));
    } catch (CharacterCodingException e) {
      throw new ProblemsException(Problem.in(source, "expected UTF-8 text"));
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(source, "expected a readable file: " + e.getClass().getSimpleName()));
    }
  }

  static World parse(String source, String text) {
    WorldFile file = new WorldFile();
    Node content = YamlDocument.parse(source, text);
    if (content instanceof Node.Empty) {
      content = new Node.Mapping(1, 1, List.of());
    }
    if (content instanceof Node.Mapping root) {
      file.world(new Fields(source, root, file.problems));
    } else {
      file.problems.add(new Problem(source, 1, 1, "expected a section such as {tokens: [...]}"));
    }
    if (!file.problems.isEmpty()) {
      throw new ProblemsException(file.problems);
    }
    return file.world.build();
  }

  private void world(Fields fields) {
    world.date(
        fields.parsed(
            "date",
            World.builder().build().date(),
            "a time such as 2026-11-22T10:00:00+08:00",
            text -> OffsetDateTime.parse(text).toInstant()));
    world.weather(
        new Weather(
            Duration.ofMillis(fields.count("latency-ms", 0)),
            fields.share("error-rate"),
            fields.share("reset-rate"),
            (int) fields.count("rate-limit", 0),
            fields.count("seed", 0)));
    world.echo(fields.flag("echo", false));
    for (String host : fields.texts("self-hosted")) {
      hosts.add(host.toLowerCase(Locale.ROOT));
      world.selfHosted(host.toLowerCase(Locale.ROOT));
    }
    fields.namedSections("accounts").forEach(this::account);
    fields.sections("tokens").forEach(this::token);
    fields.namedTexts("resources").forEach(world::resource);
    fields.texts("missing").forEach(world::missing);
    fields.texts("unpublished").forEach(world::unpublished);
    fields.sections("oddities").forEach(this::oddity);
    fields.finish();
  }

  private void account(String id, Fields fields) {
    String edition =
        fields.parsed(
            "edition",
            AccountTruth.DEFAULT.edition(),
            "free, pro_personal, team or enterprise",
            text -> {
              if (!Set.of("free", "pro_personal", "team", "enterprise").contains(text)) {
                throw new IllegalArgumentException(text);
              }
              return text;
            });
    long calls = fields.count("calls", AccountTruth.UNLIMITED);
    String usedUp = fields.parsed("used-up", AccountTruth.DEFAULT.usedUp(), ANSWER, this::recorded);
    fields.finish();
    world.account(id, new AccountTruth(edition, calls, usedUp));
  }

  private void token(Fields fields) {
    String name = fields.required("name");
    TokenTruth.Builder token = identity(name, fields);
    String host = host(fields);
    token
        .host(host)
        .kind(
            fields.parsed(
                "kind",
                TokenKind.PAT,
                "pat, sat or oauth",
                text -> TokenKind.valueOf(text.toUpperCase(Locale.ROOT))))
        .alive(fields.flag("alive", true))
        .permissions(fields.scope("permissions"))
        .workspaces(fields.scope("workspaces"))
        .refusedWorkspaces(fields.texts("refused-workspaces"))
        .account(fields.text("account"));
    fields.finish();
    TokenTruth truth = token.build();
    if (!name.isEmpty() && !names.add(name)) {
      fields.note("name", "expected a name of its own, \"" + name + "\" was given before");
    }
    String before = namesByKey.putIfAbsent(truth.host() + " " + truth.digest(), name);
    if (before != null) {
      fields.note("name", "expected a value of its own, \"" + before + "\" has the same one");
    }
    world.token(token);
  }

  private static TokenTruth.Builder identity(String name, Fields fields) {
    String value = fields.text("value");
    String digest = fields.text("sha256");
    if ((value == null) == (digest == null)) {
      fields.note("name", "expected either value or sha256 beside the name");
    } else if (digest != null && !digest.matches("[0-9a-f]{64}")) {
      fields.note("sha256", "expected 64 lower case hex digits");
    } else if (digest != null) {
      return TokenTruth.ofDigest(name, digest);
    }
    return TokenTruth.builder(name, value == null ? name : value);
  }

  private String host(Fields fields) {
    return fields.parsed(
        "site",
        Site.CN.apiHost(),
        "cn, com or one of the self-hosted hosts",
        text ->
            hosts.contains(text) ? text : Site.valueOf(text.toUpperCase(Locale.ROOT)).apiHost());
  }

  private void oddity(Fields fields) {
    String token = fields.text("token");
    if (token != null && !names.contains(token)) {
      fields.note("token", "expected the name of a token of this world, got \"" + token + "\"");
    }
    String operation = fields.text("operation");
    if (operation != null && catalog.operation(operation).isEmpty()) {
      fields.note("operation", "expected an operation such as bot-get, got \"" + operation + "\"");
    }
    String path = fields.text("path");
    if (operation == null && path == null && token == null) {
      fields.note("answer", "expected a token, an operation or a path beside the answer");
    }
    fields.required("answer");
    String answer = fields.parsed("answer", "reset", ANSWER + " or a manner", this::answer);
    int times = (int) fields.count("times", 0);
    int retryAfter = (int) fields.count("retry-after", -1);
    fields.finish();
    world.oddity(new Oddity(token, operation, path, answer, times, retryAfter));
  }

  private String answer(String text) {
    return Manner.of(text).isPresent() ? text : recorded(text);
  }

  private String recorded(String text) {
    return known(text, Recordings.standard().names());
  }

  private static String known(String text, Set<String> known) {
    if (!known.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
