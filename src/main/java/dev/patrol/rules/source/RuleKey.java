package dev.patrol.rules.source;

/** What identifies a rule among those of all packages. */
public final class RuleKey {
  private RuleKey() {}

  /** Package and name, joined. */
  public static String of(String packageName, String ruleName) {
    return packageName + "/" + ruleName;
  }

  /** The rule's name in such a key. */
  public static String name(String key) {
    return key.substring(key.indexOf('/') + 1);
  }
}
