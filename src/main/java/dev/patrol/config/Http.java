package dev.patrol.config;

/**
 * Where {@code patrol schedule} answers over HTTP.
 *
 * @param address a host name of this machine, or an IP address
 * @param port from 1 on, or 0 for any free one
 */
public record Http(String address, int port) {
  /** What holds when the settings only switch it on. */
  static final Http DEFAULT = new Http("127.0.0.1", 9464);
}
