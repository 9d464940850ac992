package dev.patrol.model;

import java.util.Locale;

/**
 * One of the vendor's two separate sites; accounts, tokens and ids of one are unknown to the other.
 */
public enum Site {
  CN,
  COM;

  /** The word used in the inventory, such as {@code cn}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The host of the HTTP API, such as {@code api.coze.cn}. */
  public String apiHost() {
    return "api.coze." + id();
  }

  /** The host of the WebSocket API, such as {@code ws.coze.cn}. */
  public String webSocketHost() {
    return "ws.coze." + id();
  }

  /** The host of the console and of the OAuth consent pages, such as {@code www.coze.cn}. */
  public String consoleHost() {
    return "www.coze." + id();
  }

  /** The other of the two sites. */
  public Site other() {
    return this == CN ? COM : CN;
  }
}
