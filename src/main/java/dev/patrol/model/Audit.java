package dev.patrol.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can say: the global {@code audit} of every rule file. The finding takes its title,
 * severity, remedy and guide step from the annotations of the rule that speaks; {@code evidence} is
 * a {@link java.util.Formatter} pattern.
 */
public interface Audit {

  /** The endpoint fails the guide step of this rule. Makes a finding. */
  void fail(Endpoint endpoint, String evidence, @Nullable Object... values);

  /** All endpoints of the token fail the guide step of this rule. Makes one finding. */
  void fail(Token token, String evidence, @Nullable Object... values);

  /**
   * As {@link #fail(Endpoint, String, Object...)}, when the observations also fit other causes;
   * this rule's guide step is the likelier one.
   */
  void suspect(
      Endpoint endpoint, List<Cause> alternatives, String evidence, @Nullable Object... values);

  /**
   * As {@link #fail(Token, String, Object...)}, when the observations also fit other causes; this
   * rule's guide step is the likelier one.
   */
  void suspect(Token token, List<Cause> alternatives, String evidence, @Nullable Object... values);

  /** What was observed of a failing endpoint fits this cause as well. Makes no finding. */
  void alternative(Endpoint endpoint, Cause cause);

  /** The endpoint holds a step, with the reason. Makes no finding. */
  void pass(Endpoint endpoint, Cause step, String evidence, @Nullable Object... values);

  /** All endpoints of the token hold a step, with the reason. Makes no finding. */
  void pass(Token token, Cause step, String evidence, @Nullable Object... values);

  /** It cannot be told whether the endpoints of the token hold a step. Makes no finding. */
  void unsure(Token token, Cause step, String evidence, @Nullable Object... values);

  /** It cannot be told whether the endpoint holds a step, with the reason. Makes no finding. */
  void unsure(Endpoint endpoint, Cause step, String evidence, @Nullable Object... values);

  /** Something about an endpoint is worth knowing, yet fails no step. Makes a finding. */
  void warn(Endpoint endpoint, String evidence, @Nullable Object... values);

  /** Something about a token is worth knowing, yet fails no step. Makes a finding. */
  void warn(Token token, String evidence, @Nullable Object... values);

  /** As {@link #warn(Token, String, Object...)}, with a severity and a date for this case. */
  void warn(
      Token token,
      Severity severity,
      @Nullable Instant due,
      String evidence,
      @Nullable Object... values);

  /** Something about a workspace is worth knowing; for the last round. Makes a finding. */
  void warn(Workspace workspace, String evidence, @Nullable Object... values);

  /** As {@link #warn(Token, String, Object...)}, about that workspace. */
  void warn(Token token, Workspace workspace, String evidence, @Nullable Object... values);

  /** Something about a holder of tokens is worth knowing; for the last round. Makes a finding. */
  void warn(Holding holding, String evidence, @Nullable Object... values);

  /**
   * Something about an application, which the evidence should name, is worth knowing; for the last
   * round. Makes a finding for the owner of most of its tokens.
   */
  void warn(Application application, String evidence, @Nullable Object... values);

  /** Something about a token is worth knowing; for the last round. Makes a finding. */
  void warn(TokenUse token, String evidence, @Nullable Object... values);

  /**
   * Something about how a workspace is used is worth knowing; for the last round. Makes a finding
   * for the workspace's owner.
   */
  void warn(WorkspaceUse workspace, String evidence, @Nullable Object... values);

  /** Something about a waiver is worth knowing; for the round of waivers. Makes a finding. */
  void warn(WaiverUse use, String evidence, @Nullable Object... values);

  /** As {@link #warn(WaiverUse, String, Object...)}, with a date for this case. */
  void warn(WaiverUse use, Instant due, String evidence, @Nullable Object... values);
}
