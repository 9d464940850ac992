package dev.patrol.probe;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One request on its way, with what was tried so far.
 *
 * @param run the dossier it belongs to
 * @param request which of the plan's requests it is
 * @param url where it is meant to go
 * @param done how many tries there were
 * @param sent how many of the tries have left
 * @param startMillis when the first try began, by the probe's clock
 * @param last what the last try brought back
 */
record Errand(
    DossierRun run,
    int request,
    HttpUrl url,
    int done,
    int sent,
    long startMillis,
    Optional<Reply> last) {

  static Errand of(DossierRun run, int request) {
    return new Errand(run, request, run.url(request), 0, 0, 0, Optional.empty());
  }

  /** The host that it is meant for. */
  String host() {
    return Authority.of(url);
  }

  PlannedRequest planned() {
    return run.plan().requests().get(request);
  }

  String account() {
    return run.plan().account();
  }

  Errand tried(long firstStartMillis, Attempt attempt) {
    return new Errand(
        run,
        request,
        url,
        done + 1,
        sent + (attempt.sent() ? 1 : 0),
        firstStartMillis,
        Optional.of(attempt.reply()));
  }
}
