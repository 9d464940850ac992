package dev.patrol.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Model;

/**
 * Loads the classes that rules were compiled to. They may load each other, the types that rule
 * files may name, and what Drools' generated code needs; a class that is refused is a failure of
 * the rule.
 *
 * <p>This keeps mistakes and plain misuse from files, processes and the network. It is no sandbox:
 * what is open, such as Drools itself, may be turned to other ends, so rule files stay code that
 * has to be trusted.
 */
final class RuleClassLoader extends ClassLoader {
  /** What the compiler and Drools put into every rule. */
  private static final List<String> GENERATED =
      List.of(
          "org.drools.model.",
          "org.drools.modelcompiler.",
          "org.drools.core.",
          "org.drools.base.",
          "org.drools.util.",
          "org.kie.api.",
          "java.lang.invoke.",
          "java.lang.annotation.");

  private static final List<String> PLAIN =
      List.of(
          "java.io.Serializable",
          "java.lang.AssertionError",
          "java.lang.Class",
          "java.lang.Deprecated",
          "java.lang.Error",
          "java.lang.FunctionalInterface",
          "java.lang.Throwable",
          "java.util.Calendar",
          "java.util.GregorianCalendar");

  private final Map<String, byte[]> classes;
  private final Predicate<String> allowed;

  RuleClassLoader(Map<String, byte[]> classes, Predicate<String> allowed) {
    super("rules", RuleClassLoader.class.getClassLoader());
    this.classes = classes;
    this.allowed = allowed;
  }

  /** An instance of a class that describes the rules of a package. */
  Model model(String name) {
    try {
      return (Model) loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled rules cannot be loaded: " + name, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!classes.containsKey(name)) {
      if (!isOpen(name)) {
        throw new ClassNotFoundException(
            name + " is not among the types that rules may use; allow-imports can name it");
      }
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private boolean isOpen(String name) {
    return allowed.test(name)
        || PLAIN.contains(name)
        || GENERATED.stream().anyMatch(name::startsWith);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
