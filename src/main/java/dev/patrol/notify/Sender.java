package dev.patrol.notify;

import org.jspecify.annotations.Nullable;

/**
 * Whom mail comes from.
 *
 * @param name as it is shown; may be empty
 * @param address the mail address
 * @param replies who gets the answers; null for the sender
 */
public record Sender(String name, String address, @Nullable Recipient replies) {}
