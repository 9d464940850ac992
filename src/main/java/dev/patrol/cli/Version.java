package dev.patrol.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The product's version, from the jar's manifest. */
final class Version implements IVersionProvider {
  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"patrol " + number()};
  }
}
