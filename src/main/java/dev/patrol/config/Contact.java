package dev.patrol.config;

/**
 * A person or a team that can be written to.
 *
 * @param name as it is shown; empty when none is given
 * @param email the mail address
 */
public record Contact(String name, String email) {}
