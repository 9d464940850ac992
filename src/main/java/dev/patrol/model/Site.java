package dev.patrol.model;

import java.util.Locale;

/**
 * One of the vendor's two separate sites; accounts, tokens and ids of one are unknown to the other.
 */
public enum Site {
  CN,
  COM;

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String apiHost = "api.coze." + id;
  private final String webSocketHost = "ws.coze." + id;
  private final String consoleHost = "www.coze." + id;

  /** The word used in the inventory, such as {@code cn}. */
  public String id() {
    return id;
  }

  /** The host of the HTTP API, such as {@code api.coze.cn}. */
  public String apiHost() {
    return apiHost;
  }

  /** The host of the WebSocket API, such as {@code ws.coze.cn}. */
  public String webSocketHost() {
    return webSocketHost;
  }

  /** The host of the console and of the OAuth consent pages, such as {@code www.coze.cn}. */
  public String consoleHost() {
    return consoleHost;
  }

  /** The other of the two sites. */
  public Site other() {
    return this == CN ? COM : CN;
  }
}
