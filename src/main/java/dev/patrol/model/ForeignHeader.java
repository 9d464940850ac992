package dev.patrol.model;

/**
 * An endpoint's header holds a token's value, and it is not the value of the endpoint's token.
 *
 * @param endpoint the endpoint's id
 */
public record ForeignHeader(String endpoint) {}
