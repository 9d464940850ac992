package dev.patrol.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why an endpoint fails: the steps of the vendor's guide in the guide's order, then what is not the
 * key's fault.
 */
public enum Cause {
  KEY_OAUTH("key.oauth", true),
  KEY_VALIDITY("key.validity", true),
  KEY_PERMISSION("key.permission", true),
  KEY_WORKSPACE("key.workspace", true),
  URL_HOST("url.host", true),
  URL_PATH("url.path", true),
  URL_QUERY("url.query", true),
  HEADER("header", true),
  FIELDS("fields", true),
  ESCALATE("escalate", false),
  RESOURCE("resource", false),
  QUOTA("quota", false),
  RISK_CONTROL("risk-control", false),
  SERVICE("service", false),
  NONE("none", false);

  private static final List<Cause> STEPS = Arrays.stream(values()).filter(Cause::isStep).toList();

  private final String id;
  private final boolean step;

  Cause(String id, boolean step) {
    this.id = id;
    this.step = step;
  }

  /** The word used in rule files and reports, such as {@code key.permission}. */
  public String id() {
    return id;
  }

  /** Whether this is one of the nine things that steps 1 to 4 of the guide check. */
  public boolean isStep() {
    return step;
  }

  /** What steps 1 to 4 of the guide check, in the guide's order. */
  public static List<Cause> steps() {
    return STEPS;
  }

  /** The cause with that word, if there is one. */
  public static Optional<Cause> of(String id) {
    return Arrays.stream(values()).filter(cause -> cause.id.equals(id)).findFirst();
  }
}
