package dev.patrol.report.view;

/**
 * An owner and what their page tells of.
 *
 * @param name what they are called
 * @param email how to reach them; may be empty
 * @param unowned whether this stands for what nobody owns
 * @param page their page
 * @param tokens tokens on it
 * @param endpoints endpoints on it
 * @param failing how many of these fail
 * @param findings open findings on it
 */
public record OwnerRow(
    String name,
    String email,
    boolean unowned,
    String page,
    long tokens,
    long endpoints,
    long failing,
    long findings) {}
