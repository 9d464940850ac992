package dev.patrol.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.problem.Problem;
import dev.patrol.rules.source.Remark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Compiled rules as the bytes of a file, which begins with the checksum of what follows. */
final class ModuleBytes {
  private static final int CHECKSUM = Long.BYTES;

  private ModuleBytes() {}

  static byte[] write(RuleModule module) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(content)) {
      out.writeInt(module.rules().size());
      for (Map.Entry<String, RuleInfo> rule : module.rules().entrySet()) {
        text(out, rule.getKey());
        write(out, rule.getValue());
      }
      out.writeInt(module.warnings().size());
      for (Remark warning : module.warnings()) {
        write(out, warning);
      }
      out.writeInt(module.compiled().packages().size());
      for (Map.Entry<String, CompiledPackage> each : module.compiled().packages().entrySet()) {
        text(out, each.getKey());
        write(out, each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] body = content.toByteArray();
    return ByteBuffer.allocate(CHECKSUM + body.length).putLong(checksum(body, 0)).put(body).array();
  }

  /** Nothing when the bytes are not those that were written. */
  static Optional<RuleModule> read(byte[] whole) {
    if (whole.length < CHECKSUM) {
      return Optional.empty();
    }
    if (ByteBuffer.wrap(whole).getLong() != checksum(whole, CHECKSUM)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(whole, CHECKSUM, whole.length - CHECKSUM))) {
      return Optional.of(module(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It is to notice damage: who could forge the file could write the checksum as well. */
  private static long checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return checksum.getValue();
  }

  private static RuleModule module(DataInputStream in) throws IOException {
    Map<String, RuleInfo> rules = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      rules.put(text(in), rule(in));
    }
    List<Remark> warnings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      warnings.add(remark(in));
    }
    SortedMap<String, CompiledPackage> packages = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      packages.put(text(in), compiled(in));
    }
    return new RuleModule(rules, warnings, new CompiledRules(packages));
  }

  private static void write(DataOutputStream out, CompiledPackage rules) throws IOException {
    text(out, rules.key());
    out.writeInt(rules.models().size());
    for (String model : rules.models()) {
      text(out, model);
    }
    out.writeInt(rules.classes().size());
    for (Map.Entry<String, byte[]> type : new TreeMap<>(rules.classes()).entrySet()) {
      text(out, type.getKey());
      bytes(out, type.getValue());
    }
  }

  private static CompiledPackage compiled(DataInputStream in) throws IOException {
    String key = text(in);
    List<String> models = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      models.add(text(in));
    }
    Map<String, byte[]> classes = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.put(text(in), in.readNBytes(in.readInt()));
    }
    return new CompiledPackage(key, classes, models);
  }

  private static void write(DataOutputStream out, RuleInfo rule) throws IOException {
    text(out, rule.id());
    text(out, rule.severity().name());
    text(out, rule.guideId());
    text(out, rule.title());
    text(out, rule.remedy());
    text(out, rule.file());
    out.writeInt(rule.line());
  }

  private static RuleInfo rule(DataInputStream in) throws IOException {
    return new RuleInfo(
        text(in),
        Severity.valueOf(text(in)),
        Cause.of(text(in)).orElse(null),
        text(in),
        text(in),
        text(in),
        in.readInt());
  }

  private static void write(DataOutputStream out, Remark remark) throws IOException {
    text(out, remark.level().name());
    text(out, remark.problem().source());
    out.writeInt(remark.problem().line());
    out.writeInt(remark.problem().column());
    text(out, remark.problem().message());
    text(out, remark.source());
  }

  private static Remark remark(DataInputStream in) throws IOException {
    return new Remark(
        Remark.Level.valueOf(text(in)),
        new Problem(text(in), in.readInt(), in.readInt(), text(in)),
        text(in));
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), UTF_8);
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
