package dev.patrol.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the reference of facts for authors of rules, from the Javadoc of the model. */
final class FactReference {
  private static final Path MODEL = Path.of("src", "main", "java", "dev", "patrol", "model");
  private static final Pattern INLINE_TAG =
      Pattern.compile("\\{@(?:code|link|linkplain) +((?:[^{}]|\\{[^{}]*})*)}");
  private static final Pattern MODEL_TYPE = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");

  /** What each round knows, in the order in which an author meets it. */
  private static final Map<String, List<String>> FACTS = new LinkedHashMap<>();

  static {
    FACTS.put("Facts of every round", List.of("Today", "Policy"));
    FACTS.put(
        "Facts of the first round: tokens and endpoints",
        List.of(
            "Token",
            "Endpoint",
            "Workspace",
            "Answer",
            "Call",
            "Needs",
            "History",
            "AccountEdition",
            "SecretPrefix",
            "ForeignHeader"));
    FACTS.put(
        "Conclusions of the first round",
        List.of(
            "Failed",
            "KeyAccepted",
            "KeyRefused",
            "PointAccepted",
            "PointRefused",
            "WorkspaceAccepted",
            "WorkspaceRefused",
            "HandedOver"));
    FACTS.put(
        "Facts of the last round: the inventory as a whole",
        List.of("TokenUse", "Application", "WorkspaceUse", "Holding", "SharedSecret", "Estate"));
    FACTS.put("Facts of the round of waivers", List.of("WaiverUse"));
    FACTS.put(
        "Parts of facts",
        List.of(
            "Operation",
            "Address",
            "QueryParameter",
            "Header",
            "Parameters",
            "Scope",
            "SecretReference",
            "Place",
            "Waiver"));
  }

  /** Types that facts lead to and that no rule has a use for. */
  private static final Set<String> LEFT_OUT = Set.of("Finding", "Dossier", "RuleInfo");

  private final Map<String, TypeDeclaration<?>> types;

  private FactReference(Map<String, TypeDeclaration<?>> types) {
    this.types = types;
  }

  static FactReference read() throws IOException {
    JavaParser parser =
        new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));
    Map<String, TypeDeclaration<?>> types = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(MODEL)) {
      for (Path file : files.sorted().toList()) {
        ParseResult<CompilationUnit> parsed = parser.parse(file);
        CompilationUnit unit =
            parsed
                .getResult()
                .orElseThrow(() -> new IllegalStateException(file + ": " + parsed.getProblems()));
        unit.findAll(TypeDeclaration.class)
            .forEach(type -> types.put(type.getNameAsString(), (TypeDeclaration<?>) type));
      }
    }
    return new FactReference(types);
  }

  /** All facts and their parts, then the words of enums, as Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    FACTS.forEach(
        (heading, names) -> {
          text.append("### ").append(heading).append("\n\n");
          names.forEach(name -> record(text, record(name)));
        });
    text.append("### Words\n\nConstants of enums, written as in `kind == TokenKind.PAT`.\n\n");
    enums().forEach(name -> words(text, (EnumDeclaration) type(name)));
    return text.toString().strip() + "\n";
  }

  /** What {@code audit} can do, as Markdown. */
  String audit() {
    StringBuilder text = new StringBuilder("| call | what it does |\n| --- | --- |\n");
    for (MethodDeclaration method : type("Audit").getMethods()) {
      row(text, code("audit." + signature(method)), meaning(method));
    }
    return text.toString();
  }

  /** Enums to which fields and methods of the facts lead. */
  private Set<String> enums() {
    return reached().stream()
        .filter(name -> types.get(name) instanceof EnumDeclaration)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Types of the model that an author reaches from a fact and finds no word about. */
  Set<String> unexplained() {
    Set<String> known = FACTS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    return reached().stream()
        .filter(name -> !(types.get(name) instanceof EnumDeclaration))
        .filter(name -> !known.contains(name) && !LEFT_OUT.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> reached() {
    return FACTS.values().stream()
        .flatMap(List::stream)
        .map(this::record)
        .flatMap(
            fact ->
                Stream.concat(
                    fact.getParameters().stream().map(Parameter::getType),
                    methods(fact).map(MethodDeclaration::getType)))
        .flatMap(type -> MODEL_TYPE.matcher(type.asString()).results())
        .map(match -> match.group())
        .filter(types::containsKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private TypeDeclaration<?> type(String name) {
    TypeDeclaration<?> type = types.get(name);
    if (type == null) {
      throw new IllegalStateException("the model has no type " + name);
    }
    return type;
  }

  private RecordDeclaration record(String name) {
    return (RecordDeclaration) type(name);
  }

  private static void record(StringBuilder text, RecordDeclaration type) {
    Javadoc doc = doc(type);
    text.append("#### ").append(type.getNameAsString()).append("\n\n");
    text.append(plain(doc.getDescription().toText())).append("\n\n");
    text.append("| field | type | meaning |\n| --- | --- | --- |\n");
    Map<String, String> meanings =
        doc.getBlockTags().stream()
            .filter(tag -> tag.getType() == JavadocBlockTag.Type.PARAM)
            .collect(
                Collectors.toMap(
                    tag -> tag.getName().orElse(""), tag -> plain(tag.getContent().toText())));
    for (Parameter field : type.getParameters()) {
      boolean nullable = field.isAnnotationPresent("Nullable");
      row(
          text,
          code(field.getNameAsString()),
          code(field.getType().asString() + (nullable ? "?" : "")),
          meanings.getOrDefault(field.getNameAsString(), ""));
    }
    methods(type)
        .forEach(
            method -> row(text, code(question(method)), code(result(method)), meaning(method)));
    text.append('\n');
  }

  /** Questions that a fact answers beside its fields. */
  private static Stream<MethodDeclaration> methods(TypeDeclaration<?> type) {
    return type.getMethods().stream()
        .filter(method -> method.isPublic() && !method.isStatic())
        .filter(method -> !method.isAnnotationPresent("Override"))
        .filter(method -> method.getJavadoc().isPresent());
  }

  private static void words(StringBuilder text, EnumDeclaration type) {
    text.append("#### ").append(type.getNameAsString()).append("\n\n");
    text.append(plain(doc(type).getDescription().toText())).append("\n\n");
    boolean explained =
        type.getEntries().stream()
            .anyMatch(each -> each.getJavadoc().isPresent() || !each.getArguments().isEmpty());
    if (explained) {
      text.append("| constant | meaning |\n| --- | --- |\n");
      type.getEntries().forEach(each -> row(text, code(each.getNameAsString()), word(each)));
    } else {
      text.append(
          type.getEntries().stream()
              .map(each -> code(each.getNameAsString()))
              .collect(Collectors.joining(", ", "", "\n")));
    }
    List<MethodDeclaration> methods =
        methods(type).filter(method -> !method.getNameAsString().equals("id")).toList();
    if (!methods.isEmpty()) {
      text.append("\n| question | answer |\n| --- | --- |\n");
      methods.forEach(method -> row(text, code(question(method)), meaning(method)));
    }
    text.append('\n');
  }

  /** What a constant is called outside of rules, and what it means. */
  private static String word(EnumConstantDeclaration constant) {
    String word =
        constant.getArguments().isEmpty()
            ? ""
            : code(constant.getArgument(0).toString().replace("\"", "")) + " ";
    return word + constant.getJavadoc().map(doc -> plain(doc.getDescription().toText())).orElse("");
  }

  private static String question(MethodDeclaration method) {
    return method.getParameters().isEmpty() ? method.getNameAsString() : signature(method);
  }

  private static Javadoc doc(NodeWithJavadoc<?> type) {
    return type.getJavadoc().orElseThrow(() -> new IllegalStateException("no Javadoc: " + type));
  }

  private static String signature(MethodDeclaration method) {
    return method.getNameAsString()
        + method.getParameters().stream()
            .map(
                each ->
                    each.isVarArgs()
                        ? each.getNameAsString() + "..."
                        : each.getType().asString() + " " + each.getNameAsString())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String result(MethodDeclaration method) {
    Type type = method.getType();
    return type.asString().replace("@Nullable ", "")
        + (method.isAnnotationPresent("Nullable") ? "?" : "");
  }

  private static String meaning(MethodDeclaration method) {
    return method.getJavadoc().map(doc -> plain(doc.getDescription().toText())).orElse("");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String plain(String doc) {
    String text =
        INLINE_TAG
            .matcher(doc.replaceAll("\\s+", " ").strip())
            .replaceAll(tag -> java.util.regex.Matcher.quoteReplacement(shown(tag.group(1))));
    return text.replace("<", "&lt;");
  }

  /** The target of a link without its place, or code as it is. */
  private static String shown(String content) {
    String text = content.strip().replaceFirst("\\(.*\\)$", "");
    return code(text.startsWith("#") ? text.substring(1) : text.replace('#', '.'));
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ")
        .append(
            Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ")))
        .append(" |\n");
  }
}
