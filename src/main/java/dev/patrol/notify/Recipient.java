package dev.patrol.notify;

/**
 * A person whom a message is for.
 *
 * @param name as it is shown; may be empty
 * @param address a mail address such as {@code ann@example.com}
 */
public record Recipient(String name, String address) {}
