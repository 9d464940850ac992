package dev.patrol.rules.check;

import dev.patrol.rules.source.Nearest;
import dev.patrol.rules.source.RuleFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** What the names of types in a rule file stand for. */
final class TypeNames {
  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "int", int.class,
          "long", long.class,
          "double", double.class,
          "boolean", boolean.class);

  private final Classes classes;
  private final PackageDescr content;
  private final Map<String, FactType> declared = new LinkedHashMap<>();

  /**
   * The names of a file.
   *
   * @param classes where classes are looked up
   * @param others all files, whose declared types can be seen within the same package
   */
  TypeNames(Classes classes, PackageDescr content, Collection<PackageDescr> others) {
    this.classes = classes;
    this.content = content;
    for (PackageDescr other : others) {
      if (other.getNamespace().equals(content.getNamespace())) {
        other.getTypeDeclarations().forEach(this::declare);
      }
    }
  }

  private void declare(TypeDeclarationDescr type) {
    Map<String, FactType> fields = new LinkedHashMap<>();
    for (Map.Entry<String, TypeFieldDescr> field : type.getFields().entrySet()) {
      fields.put(
          field.getKey(),
          find(field.getValue().getPattern().getObjectType()).orElse(FactType.UNKNOWN));
    }
    declared.put(type.getTypeName(), new FactType(type.getTypeName(), null, fields));
  }

  /** The fields of types declared in the file whose own types are not known. */
  List<Fault> unknownFields(RuleFile file) {
    List<Fault> faults = new ArrayList<>();
    for (TypeDeclarationDescr type : content.getTypeDeclarations()) {
      for (TypeFieldDescr field : type.getFields().values()) {
        String name = field.getPattern().getObjectType();
        if (find(name.replaceAll("<.*|\\[.*", "")).isEmpty()) {
          int start = Math.max(0, type.getStartCharacter());
          int place = file.text().indexOf(name, file.text().indexOf(field.getFieldName(), start));
          faults.add(Fault.certain(Math.max(start, place), unknown(name)));
        }
      }
    }
    return faults;
  }

  /** The type of that simple or full name. */
  Optional<FactType> find(String name) {
    if (declared.containsKey(name)) {
      return Optional.of(declared.get(name));
    }
    return loaded(name).map(FactType::of);
  }

  /** The class of that simple or full name. */
  Optional<Class<?>> loaded(String name) {
    if (PRIMITIVES.containsKey(name)) {
      return Optional.of(PRIMITIVES.get(name));
    }
    if (name.indexOf('.') > 0) {
      int dot = name.lastIndexOf('.');
      return byName(name)
          .or(() -> loaded(name.substring(0, dot)).flatMap(outer -> nested(outer, name, dot)));
    }
    for (ImportDescr each : content.getImports()) {
      if (each.getTarget().endsWith("." + name)) {
        return byName(each.getTarget());
      }
    }
    Optional<Class<?>> found = byName("java.lang." + name);
    for (ImportDescr each : content.getImports()) {
      String target = each.getTarget();
      if (found.isEmpty() && target.endsWith(".*")) {
        found = byName(target.substring(0, target.length() - 1) + name);
      }
    }
    return found.isPresent() || content.getNamespace().isEmpty()
        ? found
        : byName(content.getNamespace() + "." + name);
  }

  private Optional<Class<?>> nested(Class<?> outer, String name, int dot) {
    return byName(outer.getName() + "$" + name.substring(dot + 1));
  }

  private Optional<Class<?>> byName(String name) {
    return classes.byName(name);
  }

  boolean isDeclared(String name) {
    return declared.containsKey(name);
  }

  /** Why there is no type of that name, and what to do. */
  String unknown(String name) {
    if (Facts.named(name).isPresent()) {
      return "no type \"%s\" is known here; write \"import dev.patrol.model.*\" at the top of the file"
          .formatted(name);
    }
    Set<String> known = new TreeSet<>(Facts.types().keySet());
    known.addAll(declared.keySet());
    return "no type \"%s\" is known%s".formatted(name, Nearest.hint(name, known));
  }

  /** Whether a type of the model is named and not imported. */
  boolean lacksModel(String name) {
    return Facts.named(name).isPresent() && find(name).isEmpty();
  }
}
