package dev.patrol.notify;

/** Whose webhook it is. */
public enum WebhookKind {
  /** A robot of Feishu, or of Lark. */
  FEISHU,
  /** A robot of DingTalk. */
  DINGTALK,
  /** A robot of WeCom. */
  WECOM,
  /** An incoming webhook of Slack. */
  SLACK,
  /** A program of one's own. */
  GENERIC;

  Dialect dialect() {
    return switch (this) {
      case FEISHU -> new Feishu();
      case DINGTALK -> new DingTalk();
      case WECOM -> new WeCom();
      case SLACK -> new Slack();
      case GENERIC -> new SignedJson();
    };
  }
}
