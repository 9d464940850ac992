package dev.patrol.config;

import java.time.Duration;

/**
 * How requests are sent, and how many at most.
 *
 * @param concurrency requests under way at one time
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for the next bytes of an answer
 * @param callTimeout longest wait for one whole answer
 * @param maxBody largest answer that is read, in bytes
 * @param attempts how often one request is tried at most
 * @param ratePerAccount requests per second for one account
 * @param capPerToken requests for one token in one run
 * @param capPerRun requests in one run
 * @param hostFailures failures in a row after which a host counts as down
 */
public record ProbeLimits(
    int concurrency,
    Duration connectTimeout,
    Duration readTimeout,
    Duration callTimeout,
    long maxBody,
    int attempts,
    int ratePerAccount,
    int capPerToken,
    int capPerRun,
    int hostFailures) {

  /** With another limit of requests a second for one account. */
  public ProbeLimits withRatePerAccount(int rate) {
    return new ProbeLimits(
        concurrency,
        connectTimeout,
        readTimeout,
        callTimeout,
        maxBody,
        attempts,
        rate,
        capPerToken,
        capPerRun,
        hostFailures);
  }
}
