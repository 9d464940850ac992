package dev.patrol.rules;

import java.util.Map;
import org.drools.model.Model;

/** Loads the classes that rules were compiled to. */
final class RuleClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  RuleClassLoader(Map<String, byte[]> classes) {
    super("rules", RuleClassLoader.class.getClassLoader());
    this.classes = classes;
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
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
