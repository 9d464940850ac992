package dev.patrol.history;

/**
 * What a run came to, as far as the chronicle does not count itself.
 *
 * @param tokens tokens judged
 * @param endpoints endpoints judged
 * @param failing endpoints that fail
 * @param unknown endpoints of which nothing can be said
 * @param open findings that ask for something to be done, new ones included
 * @param waived findings that somebody has accepted
 * @param requests requests sent, retries included
 * @param unanswered probes that brought nothing readable
 */
public record RunTotals(
    long tokens,
    long endpoints,
    long failing,
    long unknown,
    long open,
    long waived,
    long requests,
    long unanswered) {}
