package dev.patrol.model;

/**
 * Where a token's value is kept; never the value itself.
 *
 * @param source {@code env}, {@code file} or the name of a source set up in the configuration
 * @param key what to ask that source for
 */
public record SecretReference(String source, String key) {
  @Override
  public String toString() {
    return source + ":" + key;
  }
}
