package dev.patrol.model;

import java.util.Objects;

/** A token's value. It never prints itself; only the probe may {@link #unwrap} it. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The value, for the Authorization header and nothing else. */
  public String unwrap() {
    return value;
  }

  /** Whether the text holds the value. */
  public boolean occursIn(String text) {
    return text.contains(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
